using CamMigrate.Core.Ports;
using CamMigrate.Http;
using CamMigrate.Onvif.Legacy;
using CamMigrate.Simulator;
using Microsoft.Extensions.Logging.Abstractions;

namespace CamMigrate.Benchmarks;

/// <summary>Requests and time to read one virtual ONVIF camera, beside a client that asks the same afresh.</summary>
internal static class OnvifBenchmark
{
    internal static async Task RunAsync()
    {
        await using var simulation = await BenchmarkCameras.StartAsync("onvif", 1, "  login: {onvif: digest}");
        var camera = simulation.Cameras[0];
        var before = camera.Counters.Requests;
        var time = await Measure.RunAsync(() => OnceAsync(camera, new CameraHttpOptions()));
        var requests = (camera.Counters.Requests - before) / (Measure.Runs + 1);
        var log = new RequestLog();
        await OnceAsync(camera, new CameraHttpOptions { Tap = log });
        Measure.Print("onvif", time, Say(log.Asked.Count, requests));

        before = camera.Counters.Requests;
        time = await Measure.RunAsync(() => AfreshClient.AskAsync(camera.Address(), log.Asked));
        requests = (camera.Counters.Requests - before) / (Measure.Runs + 1);
        Measure.Print("onvif, asked afresh (.NET, a connection and a challenge each)", time, Say(log.Asked.Count, requests));
    }

    private static async Task OnceAsync(VirtualCamera camera, CameraHttpOptions http)
    {
        var source = new OnvifCameraSource(new LoginRefusals(), http, NullLoggerFactory.Instance);
        await using var reader = source.Open(CameraAddress.Parse(camera.Address()), BenchmarkCameras.Login);
        await reader.ReadAsync(CancellationToken.None);
    }

    private static string Say(int calls, int requests) => FormattableString.Invariant(
        $"{calls} calls in {requests} requests at {BenchmarkCameras.RoundTrip} ms a round trip");
}
