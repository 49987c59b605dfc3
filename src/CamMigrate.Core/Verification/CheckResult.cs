namespace CamMigrate.Core.Verification;

/// <summary>What a check found. Not checked is never a pass.</summary>
public enum CheckResult
{
    /// <summary>As expected.</summary>
    Pass,

    /// <summary>Odd, but no reason to doubt the camera.</summary>
    Warn,

    /// <summary>Wrong.</summary>
    Fail,

    /// <summary>Could not be judged.</summary>
    NotChecked,
}

/// <summary>One check of a stream.</summary>
/// <param name="Name">What was checked: <c>connect</c>, <c>codec</c>, <c>resolution</c>, <c>frameRate</c>, <c>picture</c>, <c>mask</c>, <c>view</c>.</param>
/// <param name="Result">The result.</param>
public sealed record Check(string Name, CheckResult Result)
{
    /// <summary>A stable word for the reason, <c>authFailed</c>, <c>maskMissing</c>; null when it passed.</summary>
    public string? Code { get; init; }

    /// <summary>What was expected; null = nothing in particular.</summary>
    public string? Expected { get; init; }

    /// <summary>What was measured; null = nothing.</summary>
    public string? Measured { get; init; }

    /// <summary>The reason in words; null when it passed.</summary>
    public string? Message { get; init; }

    /// <summary>The <see cref="Code"/> of a refused login.</summary>
    public const string AuthFailed = "authFailed";
}
