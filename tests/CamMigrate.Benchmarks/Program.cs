// Figures that are looked at, not asserted: speed on a shared machine is no test.
// dotnet run -c Release --project tests/CamMigrate.Benchmarks [-- PATH-OF-A-PUBLISHED-CAMMIGRATE]
using CamMigrate.Benchmarks;

await ReadingBenchmark.RunAsync();
await StartBenchmark.RunAsync(args.FirstOrDefault());
return 0;
