using System.Collections.Immutable;
using CamMigrate.Core.Ports;
using CamMigrate.Core.Profiles;

namespace CamMigrate.Adapters.Hikvision.Isapi;

/// <summary>What a reading notices beside the settings.</summary>
internal sealed class ReadingNotes
{
    private readonly List<Finding> findings = [];
    private readonly SortedSet<string> assumed = new(StringComparer.Ordinal);
    private readonly List<UnreadItem> unread = [];

    internal ImmutableArray<Finding> Findings => [.. findings];

    internal ImmutableArray<string> Assumed => [.. assumed];

    internal ImmutableArray<UnreadItem> Unread => [.. unread];

    internal void Info(string path, string message) => Add(path, FindingSeverity.Info, message);

    internal void Warn(string path, string message) => Add(path, FindingSeverity.Warning, message);

    /// <summary>The conversion of a setting rests on something nobody verified.</summary>
    internal void Assume(string path) => assumed.Add(path);

    /// <summary>A setting stays unknown.</summary>
    internal void Missed(string path, string document, string reason)
    {
        // One entry tells a person to look; the findings have every document.
        if (unread.All(u => u.Path != path))
            unread.Add(new UnreadItem { Path = path, Document = document, Reason = reason });
        Add(path, FindingSeverity.Error, $"{document} could not be read: {reason}");
    }

    private void Add(string path, FindingSeverity severity, string message)
    {
        var finding = new Finding(path, severity, message);
        if (!findings.Contains(finding)) findings.Add(finding);
    }
}
