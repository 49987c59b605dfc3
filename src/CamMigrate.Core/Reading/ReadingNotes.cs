using System.Collections.Immutable;
using CamMigrate.Core.Ports;
using CamMigrate.Core.Profiles;

namespace CamMigrate.Core.Reading;

/// <summary>
/// What a reading notices beside the settings. Not safe for several threads: parsers run one after another.
/// </summary>
public sealed class ReadingNotes
{
    private readonly List<Finding> findings = [];
    private readonly HashSet<Finding> known = [];
    private readonly SortedSet<string> assumed = new(StringComparer.Ordinal);
    private readonly List<UnreadItem> unread = [];

    /// <summary>What was odd or lossy, each said once, in the order in which it was noticed.</summary>
    public ImmutableArray<Finding> Findings => [.. findings];

    /// <summary>Settings whose conversion rests on something nobody verified.</summary>
    public ImmutableArray<string> Assumed => [.. assumed];

    /// <summary>Settings that the camera has or may have, and that could not be read.</summary>
    public ImmutableArray<UnreadItem> Unread => [.. unread];

    /// <summary>Something good to know.</summary>
    /// <param name="path">Setting path, or the document's name.</param>
    /// <param name="message">What and why, as a sentence.</param>
    public void Info(string path, string message) => Add(path, FindingSeverity.Info, message);

    /// <summary>Something a person should look at.</summary>
    /// <param name="path">Setting path, or the document's name.</param>
    /// <param name="message">What and why, as a sentence.</param>
    public void Warn(string path, string message) => Add(path, FindingSeverity.Warning, message);

    /// <summary>The conversion of a setting rests on something nobody verified.</summary>
    /// <param name="path">The setting.</param>
    public void Assume(string path) => assumed.Add(path);

    /// <summary>A setting stays unknown.</summary>
    /// <param name="path">The setting.</param>
    /// <param name="document">The document that did not come.</param>
    /// <param name="reason">Why, as a sentence.</param>
    public void Missed(string path, string document, string reason)
    {
        // One entry tells a person to look; the findings have every document.
        if (unread.All(u => u.Path != path))
            unread.Add(new UnreadItem { Path = path, Document = document, Reason = reason });
        Add(path, FindingSeverity.Error, $"{document} could not be read: {reason}");
    }

    private void Add(string path, FindingSeverity severity, string message)
    {
        var finding = new Finding(path, severity, message);
        if (known.Add(finding)) findings.Add(finding);
    }
}
