// Figures that are looked at, not asserted: speed on a shared machine is no test.
// dotnet run -c Release --project tests/CamMigrate.Benchmarks [-- read | onvif | memory | start [PATH-OF-A-PUBLISHED-CAMMIGRATE]]
using CamMigrate.Benchmarks;

var wanted = args.FirstOrDefault();
if (wanted == MemoryReader.Verb) return await MemoryReader.RunAsync();
(string Name, Func<Task> Run)[] all =
[
    ("read", ReadingBenchmark.RunAsync), ("onvif", OnvifBenchmark.RunAsync), ("memory", MemoryBenchmark.RunAsync),
    ("start", () => StartBenchmark.RunAsync(args.ElementAtOrDefault(1))),
];
if (wanted is not null && all.All(b => b.Name != wanted))
{
    Console.Error.WriteLine($"Benchmarks: {string.Join(", ", all.Select(b => b.Name))}.");
    return 2;
}

foreach (var (_, run) in all.Where(b => wanted is null || b.Name == wanted)) await run();
return 0;
