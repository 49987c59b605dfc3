using System.Collections.Immutable;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace CamMigrate.Core.Profiles;

/// <summary>Microphones and loudspeakers.</summary>
public sealed record AudioSettings : ProfileNode
{
    /// <summary>Inputs, by number.</summary>
    public ImmutableArray<AudioChannel>? Inputs { get; init; }

    /// <summary>Outputs, by number.</summary>
    public ImmutableArray<AudioChannel>? Outputs { get; init; }
}

/// <summary>One input or output.</summary>
public sealed record AudioChannel : ProfileNode
{
    /// <summary>Number on the device, from 1.</summary>
    [JsonRequired]
    [Range(1, 65535)]
    public int Number { get; init; }

    /// <summary>Whether it works.</summary>
    public bool? Enabled { get; init; }

    /// <summary>Codec: <c>G711U</c>, <c>G711A</c>, <c>AAC</c>, ...</summary>
    public string? Encoding { get; init; }

    /// <summary>0 to 100 per cent.</summary>
    [Range(0, 100)]
    public double? Volume { get; init; }
}
