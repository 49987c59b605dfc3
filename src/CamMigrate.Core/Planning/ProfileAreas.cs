using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.Json;
using CamMigrate.Core.Profiles;

namespace CamMigrate.Core.Planning;

/// <summary>
/// The areas of a profile, as <see cref="SettingPath.AreaOf"/> names them: taken from the records, so none is
/// forgotten.
/// </summary>
public static class ProfileAreas
{
    /// <summary>What is about the file, the device it came from, or the key of a list: no area.</summary>
    private static readonly FrozenSet<string> About = FrozenSet.Create(
        StringComparer.Ordinal, "schemaVersion", "schemaMinor", "kind", "source", "assumed", "unread", "notCarried", "exclusive",
        "extensions", "videoSources", "number", "device");

    /// <summary>Every area, in the order of the profile: first the device's, then those of each video source.</summary>
    public static ImmutableArray<string> All { get; } = [.. Of(typeof(CameraProfile)), .. Of(typeof(VideoSource))];

    private static IEnumerable<string> Of(Type record) =>
        record.GetProperties().OrderBy(p => p.MetadataToken).Select(p => JsonNamingPolicy.CamelCase.ConvertName(p.Name)).Where(n => !About.Contains(n));
}
