using System.Collections.Immutable;
using System.Text.Json.Nodes;
using CamMigrate.Core.Errors;
using CamMigrate.Core.Planning;

namespace CamMigrate.Core.Applying;

/// <summary>How a setting ended.</summary>
public enum Outcome
{
    /// <summary>Written, and read back as planned.</summary>
    Done,

    /// <summary>It was so already.</summary>
    Same,

    /// <summary>Written; the camera keeps something close.</summary>
    Nearest,

    /// <summary>Not written, because an earlier step stopped the work.</summary>
    Skipped,

    /// <summary>Refused, or accepted and not kept.</summary>
    Failed,

    /// <summary>Written, and could not be read back.</summary>
    Unverified,
}

/// <summary>How one planned change ended.</summary>
public sealed record SettingOutcome
{
    /// <summary>Setting path.</summary>
    public required string Path { get; init; }

    /// <summary>How it ended.</summary>
    public required Outcome Outcome { get; init; }

    /// <summary>What was to be set.</summary>
    public JsonNode? Wanted { get; init; }

    /// <summary>What the camera said afterwards; null = nothing or not read.</summary>
    public JsonNode? ReadBack { get; init; }

    /// <summary>What went wrong; null = nothing.</summary>
    public string? Error { get; init; }
}

/// <summary>What an apply did.</summary>
public sealed record ApplyReport
{
    /// <summary>Every change that was to be written, each with its outcome.</summary>
    public required ImmutableArray<SettingOutcome> Outcomes { get; init; }

    /// <summary>How many writes were sent.</summary>
    public required int Writes { get; init; }

    /// <summary>The camera as it was last read.</summary>
    public required TargetState State { get; init; }

    /// <summary>Why the work stopped before its end; null = it did not.</summary>
    public string? Stopped { get; init; }

    /// <summary>The failure that stopped the work: the camera is gone, or refused the login; null = it was something else, or nothing.</summary>
    public CameraError? StoppedBy { get; init; }

    /// <summary>How many settings are not as planned.</summary>
    public int RemainingChanges => Outcomes.Count(IsOpen);

    /// <summary>Whether a mask that was to be written is not proven to be on the camera.</summary>
    public bool IsMaskLost => Outcomes.Any(o => IsOpen(o) && SettingPath.AreaOf(o.Path) == "masks");

    private static bool IsOpen(SettingOutcome outcome) =>
        outcome.Outcome is Outcome.Failed or Outcome.Skipped or Outcome.Unverified;
}
