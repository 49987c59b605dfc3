namespace CamMigrate.Core.Profiles;

/// <summary>The version of the profile format that this program writes.</summary>
public static class ProfileSchema
{
    /// <summary>Current <c>schemaVersion</c>.</summary>
    public const int Version = 1;

    /// <summary>Current <c>schemaMinor</c>.</summary>
    public const int Minor = 1;
}
