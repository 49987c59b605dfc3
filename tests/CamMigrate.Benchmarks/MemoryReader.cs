using System.Diagnostics;
using CamMigrate.Adapters;
using CamMigrate.Core.Ports;
using CamMigrate.Http;
using Microsoft.Extensions.Logging.Abstractions;

namespace CamMigrate.Benchmarks;

/// <summary>The process whose memory is measured: reads the cameras that standard input names, all at once.</summary>
internal static class MemoryReader
{
    internal const string Verb = "read-cameras";

    internal static async Task<int> RunAsync()
    {
        var vendor = await Console.In.ReadLineAsync();
        var addresses = new List<CameraAddress>();
        while (await Console.In.ReadLineAsync() is { Length: > 0 } line) addresses.Add(CameraAddress.Parse(line));
        var source = VendorList.Create(new LoginRefusals(), new CameraHttpOptions(), NullLoggerFactory.Instance)
            .Single(s => s.Vendor == vendor);
        var watch = Stopwatch.StartNew();
        var reports = await Task.WhenAll(addresses.Select(a => ReadAsync(source, a)));
        var elapsed = watch.Elapsed;
        using var process = Process.GetCurrentProcess();
        var peak = Mb(process.PeakWorkingSet64);
        var heap = Mb(GC.GetGCMemoryInfo(GCKind.Any).HeapSizeBytes);
        Console.WriteLine(FormattableString.Invariant(
            $"peak {peak} MB working set, heap {heap} MB at the last collection, {Mb(GC.GetTotalMemory(false))} MB held at the end; {reports.Sum(r => r.Documents.Asked)} documents in {elapsed.TotalSeconds:0.0} s"));
        return 0;
    }

    private static async Task<ReadReport> ReadAsync(ICameraSource source, CameraAddress address)
    {
        await using var reader = source.Open(address, BenchmarkCameras.Login);
        return await reader.ReadAsync(CancellationToken.None);
    }

    private static long Mb(long bytes) => (bytes + (1 << 19)) >> 20;
}
