using System.Collections.Immutable;
using CamMigrate.Core.Planning;

namespace CamMigrate.Onvif.Writing;

/// <summary>The settings to write: nothing else of a plan may reach the camera.</summary>
internal sealed class ChangedPaths(IReadOnlyCollection<Change> changes)
{
    private readonly ImmutableArray<string> paths = [.. changes.Where(c => c.IsWritten).Select(c => c.Path)];

    /// <summary>Whether a setting, or something within it, is to be written.</summary>
    internal bool Has(string path) => paths.Any(p => SettingPath.IsWithin(p, path));

    /// <summary>A wanted value while it, or something within it, is to be written; else null, which leaves the
    /// camera's.</summary>
    internal T? Only<T>(string path, T? value) => Has(path) ? value : default;

    /// <summary>The settings to write within an area.</summary>
    internal ImmutableArray<string> Within(string area) => [.. paths.Where(p => SettingPath.IsWithin(p, area))];
}
