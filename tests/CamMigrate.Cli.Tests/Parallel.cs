// A swap waits for streams most of its time: three at once keep two cores busy.
[assembly: LevelOfParallelism(3)]
