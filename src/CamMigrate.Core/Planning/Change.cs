using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace CamMigrate.Core.Planning;

/// <summary>What a plan does with a setting.</summary>
public enum Disposition
{
    /// <summary>The camera has it already.</summary>
    Same,

    /// <summary>It is set as wanted.</summary>
    Set,

    /// <summary>The nearest value the camera can do is set.</summary>
    Nearest,

    /// <summary>It cannot be carried.</summary>
    NotSupported,

    /// <summary>Only a human can settle it.</summary>
    NeedsDecision,

    /// <summary>A secret: its value is never shown.</summary>
    Secret,
}

/// <summary>One setting of a plan.</summary>
public sealed record Change
{
    /// <summary>Setting path, <c>videoSources[1].imaging.brightness</c>.</summary>
    public required string Path { get; init; }

    /// <summary>What the camera has now; null = nothing or unknown.</summary>
    public JsonNode? Current { get; init; }

    /// <summary>What the profile wants.</summary>
    public JsonNode? Wanted { get; init; }

    /// <summary>What will be set; null when nothing is.</summary>
    public JsonNode? Planned { get; init; }

    /// <summary>What the plan does.</summary>
    public required Disposition Disposition { get; init; }

    /// <summary>Why, in words an installer understands; null when it is plain.</summary>
    public string? Reason { get; init; }

    /// <summary>How far a number read back may lie off and still count as nearest; null = it must be equal.</summary>
    [JsonIgnore]
    public double? Tolerance { get; init; }

    /// <summary>Whether the camera has what is planned already: the value wanted, or the nearest it can do.</summary>
    public bool IsThere { get; init; }

    /// <summary>Whether the camera is written for it.</summary>
    [JsonIgnore]
    public bool IsWritten => !IsThere && Disposition is (Disposition.Set or Disposition.Nearest or Disposition.Secret);
}
