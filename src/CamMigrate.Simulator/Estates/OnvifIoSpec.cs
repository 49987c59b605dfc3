using System.Collections.Immutable;

namespace CamMigrate.Simulator.Estates;

/// <summary>Contacts of the camera, for reading.</summary>
internal sealed record OnvifIoSpec
{
    public ImmutableArray<OnvifRelaySpec> Relays { get; init; } = [];

    public ImmutableArray<OnvifInputSpec> Inputs { get; init; } = [];
}

internal sealed record OnvifRelaySpec
{
    public string Token { get; init; } = "Relay_1";

    /// <summary>Monostable or Bistable.</summary>
    public string Mode { get; init; } = "Bistable";

    public double DelaySeconds { get; init; }

    /// <summary>open or closed.</summary>
    public string IdleState { get; init; } = "open";
}

internal sealed record OnvifInputSpec
{
    public string Token { get; init; } = "Input_1";

    /// <summary>open or closed.</summary>
    public string IdleState { get; init; } = "open";
}

/// <summary>Sound: one microphone that goes with every stream, and loudspeakers.</summary>
internal sealed record OnvifAudioSpec
{
    /// <summary>G711, G726 or AAC; Media2 writes PCMU, G726 and MP4A-LATM.</summary>
    public string Encoding { get; init; } = "G711";

    /// <summary>kbps.</summary>
    public int Bitrate { get; init; } = 64;

    /// <summary>kHz.</summary>
    public int SampleRate { get; init; } = 8;

    /// <summary>Levels of the loudspeakers, 0 to 100; empty: there are none.</summary>
    public ImmutableArray<int> Outputs { get; init; } = [];
}
