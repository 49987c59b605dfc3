namespace CamMigrate.Core.Profiles.Yaml;

/// <summary>Bounds of a file, far above any real profile: a file can be as hostile as a camera.</summary>
internal static class YamlLimits
{
    /// <summary>Bytes of a file.</summary>
    public const int Bytes = 8 << 20;

    /// <summary>Mappings and lists within each other.</summary>
    public const int Depth = 32;

    /// <summary>Values in all.</summary>
    public const int Values = 200_000;

    /// <summary>Characters of one text.</summary>
    public const int Text = 256 << 10;

    /// <summary>Characters of one key.</summary>
    public const int Key = 128;

    /// <summary>Problems that are listed.</summary>
    public const int Problems = 200;
}
