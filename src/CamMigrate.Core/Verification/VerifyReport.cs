using System.Collections.Immutable;
using System.Text.Json.Nodes;
using CamMigrate.Core.Planning;

namespace CamMigrate.Core.Verification;

/// <summary>One setting re-read.</summary>
/// <param name="Path">Setting path.</param>
/// <param name="Wanted">What was wanted.</param>
/// <param name="Actual">What the camera has.</param>
/// <param name="Result">Pass when it is as planned; warn when it cannot be carried; fail when it differs or a mask is lost.</param>
/// <param name="Message">Why; null when it passed.</param>
public sealed record SettingCheck(string Path, JsonNode? Wanted, JsonNode? Actual, CheckResult Result, string? Message)
{
    internal static SettingCheck Of(Change change, bool isLost) => new(change.Path, change.Wanted, change.Current, change.Disposition switch
    {
        _ when isLost => CheckResult.Fail,
        _ when change.IsThere => CheckResult.Pass,
        Disposition.NotSupported => CheckResult.Warn,
        Disposition.NeedsDecision => CheckResult.NotChecked,
        _ => CheckResult.Fail,
    }, change.IsWritten ? "the camera has another value" : change.Reason);
}

/// <summary>What was proven of a camera.</summary>
public sealed record VerifyReport
{
    /// <summary>Every setting of the profile, re-read; empty when no profile was given.</summary>
    public required ImmutableArray<SettingCheck> Settings { get; init; }

    /// <summary>Every expected stream.</summary>
    public required ImmutableArray<StreamReport> Streams { get; init; }

    /// <summary>Whether settings differ or could not be judged.</summary>
    public bool SettingsDiffer => Settings.Any(s => s.Result is CheckResult.Fail or CheckResult.NotChecked);

    /// <summary>Whether a stream, picture or mask check failed or could not be made, or there was no stream at all.</summary>
    public bool StreamsUnproven => Streams.IsEmpty || Streams.Any(s => s.Verdict is CheckResult.Fail or CheckResult.NotChecked);

    /// <summary>Whether a privacy mask is not on the camera as it should be.</summary>
    public bool IsMaskLost =>
        Settings.Any(s => SettingPath.AreaOf(s.Path) == "masks" && (s.Result is CheckResult.Fail or CheckResult.NotChecked));

    /// <summary>Every setting that was to be set reads back, and no check of a stream failed or could not be made.</summary>
    public bool Proven => !SettingsDiffer && !StreamsUnproven;
}
