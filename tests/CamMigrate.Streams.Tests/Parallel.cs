// Live tests wait for video most of their time.
[assembly: LevelOfParallelism(6)]
