using System.Collections.Immutable;

namespace CamMigrate.Simulator;

/// <summary>How a simulation runs.</summary>
public sealed record SimulationOptions
{
    /// <summary>Names of the cameras to start; empty starts all of the estate.</summary>
    public ImmutableArray<string> Only { get; init; } = [];

    /// <summary>Folder that keeps encoded clips between runs.</summary>
    public string VideoCacheFolder { get; init; } = Path.Combine(Path.GetTempPath(), "cammigrate-video");

    /// <summary>
    /// Whether encoding begins at the start and at each Set; false: when somebody asks for the video.
    /// </summary>
    public bool EncodeEagerly { get; init; } = true;

    /// <summary>UDP port of WS-Discovery, for cameras with <c>discovery: true</c>.</summary>
    public int DiscoveryPort { get; init; } = 3702;

    /// <summary>UDP port of SADP, for cameras with <c>discovery: true</c>.</summary>
    public int SadpPort { get; init; } = 37020;

    /// <summary>UDP port of DHDiscover, for cameras with <c>discovery: true</c>.</summary>
    public int DhDiscoverPort { get; init; } = 37810;

    /// <summary>
    /// Folder of the official ONVIF schemas; null: SOAP messages are not validated. Default: <c>CAMMIGRATE_SCHEMAS</c>.
    /// </summary>
    public string? SchemaFolder { get; init; } = Environment.GetEnvironmentVariable("CAMMIGRATE_SCHEMAS");

    /// <summary>The clock of nonces, lock-outs and of the cameras' own time.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Told what could not be done and does not stop the simulation, such as a taken discovery port.</summary>
    public Action<string> Warn { get; init; } = _ => { };
}
