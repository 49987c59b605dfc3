namespace CamMigrate.Core.Profiles.Schema;

/// <summary>
/// The JSON Schema files for editors, as they stand in <c>profiles/schema</c>: the exported schema with the words of
/// the documentation.
/// </summary>
public static class ProfileSchemaFile
{
    /// <summary>The file's name.</summary>
    /// <param name="kind">A whole profile or an overlay.</param>
    public static string Name(ProfileKind kind) =>
        kind == ProfileKind.ProfileOverlay ? "profile-overlay.schema.json" : "camera-profile.schema.json";

    /// <summary>The file's text.</summary>
    /// <param name="kind">A whole profile or an overlay.</param>
    public static string Read(ProfileKind kind)
    {
        using var stream = typeof(ProfileSchemaFile).Assembly.GetManifestResourceStream(Name(kind))!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
