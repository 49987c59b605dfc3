using CamMigrate.Adapters;
using CamMigrate.Core.Ports;
using CamMigrate.Http;
using CamMigrate.Simulator;
using CamMigrate.Simulator.Estates;
using Microsoft.Extensions.Logging.Abstractions;

namespace CamMigrate.Benchmarks;

/// <summary>Requests and time to read one virtual Hikvision at a round trip of 20 ms.</summary>
internal static class ReadingBenchmark
{
    private const int RoundTrip = 20;
    private const int Runs = 5;

    internal static async Task RunAsync()
    {
        var estate = Estate.Parse(FormattableString.Invariant($$"""
            kind: Estate
            cameras:
            - name: camera
              face: hikvision
              address: 127.0.40.1
              users: [{username: admin, password: benchmark}]
              faults: {delayMilliseconds: {{RoundTrip}}}
            """));
        await using var simulation = await Simulation.StartAsync(
            estate, new SimulationOptions { EncodeEagerly = false }, CancellationToken.None);
        var camera = simulation.Cameras[0];
        var address = CameraAddress.Parse(FormattableString.Invariant($"{camera.Endpoints.Address}:{camera.Endpoints.Http}"));
        for (var run = 0; run < Runs; run++)
        {
            var source = VendorList.Create(new LoginRefusals(), new CameraHttpOptions(), NullLoggerFactory.Instance).Single(s => s.Vendor == "hikvision");
            await using var reader = source.Open(address, new Credential("admin", new Secret("benchmark")));
            var report = await reader.ReadAsync(CancellationToken.None);
            Console.WriteLine(FormattableString.Invariant(
                $"read: {report.Documents.Asked} documents in {report.Requests} requests (aim {report.Documents.Asked} + 2), {report.Elapsed.TotalMilliseconds:0} ms at {RoundTrip} ms a round trip (the round trips alone: {report.Requests * RoundTrip} ms)"));
        }
    }
}
