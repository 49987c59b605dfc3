using CamMigrate.Core.Ports;
using CamMigrate.Simulator;
using CamMigrate.Simulator.Estates;

namespace CamMigrate.Benchmarks;

/// <summary>Virtual cameras with a round trip of 20 ms.</summary>
internal static class BenchmarkCameras
{
    internal const int RoundTrip = 20;
    internal const string UserName = "admin";

    /// <summary>A login of nobody: these cameras live as long as the benchmark.</summary>
    internal const string Word = "benchmark";

    internal static Credential Login => new(UserName, new Secret(Word));

    internal static Task<Simulation> StartAsync(string face, int count, string more = "")
    {
        var cameras = Enumerable.Range(1, count).Select(i => FormattableString.Invariant($$"""
            - name: camera{{i}}
              face: {{face}}
              address: 127.0.40.{{i}}
              users: [{username: {{UserName}}, password: {{Word}}}]
              faults: {delayMilliseconds: {{RoundTrip}}}
            {{more}}
            """));
        var estate = Estate.Parse("kind: Estate\ncameras:\n" + string.Join("\n", cameras) + "\n");
        return Simulation.StartAsync(estate, new SimulationOptions { EncodeEagerly = false }, CancellationToken.None);
    }

    internal static string Address(this VirtualCamera camera) =>
        FormattableString.Invariant($"{camera.Endpoints.Address}:{camera.Endpoints.Http}");
}
