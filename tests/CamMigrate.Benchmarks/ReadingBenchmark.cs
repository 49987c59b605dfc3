using CamMigrate.Adapters;
using CamMigrate.Core.Ports;
using CamMigrate.Http;
using CamMigrate.Simulator;
using Microsoft.Extensions.Logging.Abstractions;

namespace CamMigrate.Benchmarks;

/// <summary>
/// Requests and time to read one virtual camera of each brand, beside <c>curl --digest</c> that fetches the same
/// documents.
/// </summary>
internal static class ReadingBenchmark
{
    private static readonly int[] Connections = [1, 4];

    internal static async Task RunAsync()
    {
        foreach (var vendor in new[] { "hikvision", "dahua" }) await RunAsync(vendor);
    }

    private static async Task RunAsync(string vendor)
    {
        await using var simulation = await BenchmarkCameras.StartAsync(vendor, 1);
        var camera = simulation.Cameras[0];
        foreach (var connections in Connections) await ReadAsync(vendor, camera, connections);

        var log = new RequestLog();
        await OnceAsync(vendor, camera, new CameraHttpOptions { Tap = log });
        var urls = log.Asked.Where(r => r.Method == HttpMethod.Get)
            .Select(r => $"http://{camera.Address()}{r.Path}").ToList();
        if (await Curl.VersionAsync() is not { } version)
        {
            Console.WriteLine($"{vendor}: curl is not installed");
            return;
        }

        var before = camera.Counters.Requests;
        var time = await Measure.RunAsync(() => Curl.OnceAsync(urls));
        var requests = (camera.Counters.Requests - before) / (Measure.Runs + 1);
        Measure.Print($"{vendor}, {version} --digest, one process", time, Say(urls.Count, requests));
        before = camera.Counters.Requests;
        time = await Measure.RunAsync(() => Curl.EachAsync(urls), runs: 1);
        requests = (camera.Counters.Requests - before) / 2;
        Measure.Print($"{vendor}, {version} --digest, a process for each", time, Say(urls.Count, requests));
    }

    private static async Task ReadAsync(string vendor, VirtualCamera camera, int connections)
    {
        ReadReport? report = null;
        var time = await Measure.RunAsync(async () =>
            report = await OnceAsync(vendor, camera, new CameraHttpOptions { Connections = connections }));
        var documents = report!.Documents.Asked;
        var aim = (1.1 * documents * BenchmarkCameras.RoundTrip / connections) + 300;
        Measure.Print(
            FormattableString.Invariant($"{vendor}, {connections} connection(s)"), time,
            FormattableString.Invariant($"aim < {aim:0} ms; {Say(documents, report.Requests)}, ")
                + FormattableString.Invariant($"aim {documents} + {1 + connections}"));
    }

    private static async Task<ReadReport> OnceAsync(string vendor, VirtualCamera camera, CameraHttpOptions options)
    {
        var source = VendorList.Create(new LoginRefusals(), options, NullLoggerFactory.Instance)
            .Single(s => s.Vendor == vendor);
        await using var reader = source.Open(CameraAddress.Parse(camera.Address()), BenchmarkCameras.Login);
        return await reader.ReadAsync(CancellationToken.None);
    }

    private static string Say(int documents, int requests) => FormattableString.Invariant(
        $"{documents} documents in {requests} requests at {BenchmarkCameras.RoundTrip} ms a round trip");
}
