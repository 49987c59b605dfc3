using System.Collections.Frozen;

namespace CamMigrate.Core.Profiles.Yaml;

/// <summary>Which parts of a profile take a line each, so that a diff in git shows one setting per line.</summary>
internal static class YamlLayout
{
    /// <summary>Longest line of a mapping or list within braces: a mask with four corners has room on it.</summary>
    public const int Width = 160;

    private static readonly FrozenSet<string> BlockMappings = FrozenSet.Create(
        StringComparer.Ordinal,
        "source", "time", "network", "services", "audio", "io", "videoSources", "videoEncoders", "imaging",
        "motionDetection", "ptz");

    private static readonly FrozenSet<string> BlockLists = FrozenSet.Create(
        StringComparer.Ordinal,
        "streams", "users", "schedules", "videoSources", "videoEncoders", "imagingProfiles", "osds", "masks", "cells",
        "rules", "notifications", "unread", "notCarried");

    /// <summary>Whether a mapping keeps a line per key however short it is.</summary>
    /// <param name="key">Its key, or that of the list it is an item of.</param>
    public static bool IsBlockMapping(string key) => BlockMappings.Contains(key);

    /// <summary>Whether a list keeps a line per item however short it is.</summary>
    /// <param name="key">Its key.</param>
    public static bool IsBlockList(string key) => BlockLists.Contains(key);
}
