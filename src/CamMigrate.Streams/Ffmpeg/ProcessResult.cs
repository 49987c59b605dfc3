using System.Text.RegularExpressions;

namespace CamMigrate.Streams.Ffmpeg;

/// <summary>What a run of a program left.</summary>
/// <param name="rawErrors">The end of its standard error as it came, which may hold a login.</param>
/// <param name="scrubber">Takes the login out.</param>
internal sealed class ProcessResult(string rawErrors, Scrubber scrubber)
{
    /// <summary>Exit code; null = it was killed.</summary>
    public int? ExitCode { get; init; }

    /// <summary>Whether it ran into the time limit.</summary>
    public bool TimedOut { get; init; }

    /// <summary>Whether it wrote more than the output limit.</summary>
    public bool TooLong { get; init; }

    /// <summary>What it wrote, up to the limit.</summary>
    public required byte[] Output { get; init; }

    /// <summary>The end of its standard error, without secrets.</summary>
    public string Errors { get; } = scrubber.Clean(rawErrors);

    /// <summary>A named group of the last match in its standard error; null = no match.</summary>
    /// <remarks>
    /// Looks at the text as it came: a password may be <c>401</c>, and taking that out would change the meaning.
    /// </remarks>
    /// <param name="pattern">What to look for.</param>
    /// <param name="group">The group, which must not reach into a login.</param>
    public string? LastMatch(Regex pattern, string group) =>
        pattern.Matches(rawErrors).LastOrDefault()?.Groups[group].Value;
}
