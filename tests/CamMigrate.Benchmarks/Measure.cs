using System.Diagnostics;

namespace CamMigrate.Benchmarks;

/// <summary>One thing done several times; the middle time counts.</summary>
internal static class Measure
{
    internal const int Runs = 5;

    /// <summary>Median, fastest and slowest time, milliseconds. The first run warms up and does not count.</summary>
    internal static async Task<(double Median, double Least, double Most)> RunAsync(Func<Task> once, int runs = Runs)
    {
        var times = new List<double>();
        for (var run = 0; run <= runs; run++)
        {
            var watch = Stopwatch.StartNew();
            await once();
            if (run > 0) times.Add(watch.Elapsed.TotalMilliseconds);
        }

        times.Sort();
        return (times[times.Count / 2], times[0], times[^1]);
    }

    internal static void Print(string what, (double Median, double Least, double Most) time, string more) =>
        Console.WriteLine(FormattableString.Invariant(
            $"{what}: {time.Median:0} ms (median; {time.Least:0} to {time.Most:0}), {more}"));
}
