using System.Text.Json;
using CamMigrate.Core.Ports;

namespace CamMigrate.Core.Profiles.Yaml;

/// <summary>Profiles as YAML files.</summary>
public static class ProfileYaml
{
    /// <summary>The text of a profile. The same profile is always the same text.</summary>
    /// <param name="profile">A profile.</param>
    public static string Write(CameraProfile profile) => YamlWriter.Write(ProfileJson.ToNode(profile));

    /// <summary>Writes a file that only its owner may read (Unix mode 0600). It is there whole or not at all.</summary>
    /// <param name="profile">A profile.</param>
    /// <param name="path">The file; one that is there is replaced.</param>
    /// <exception cref="IOException">It cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be written.</exception>
    public static void Save(CameraProfile profile, string path) => ProfileFile.Write(path, Write(profile));

    /// <summary>Reads and checks a profile file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="findings">Takes what is odd but not wrong: keys of a newer minor version; null = not
    /// wanted.</param>
    /// <exception cref="ProfileException">It is not a valid profile; all problems are named.</exception>
    public static CameraProfile Load(string path, ICollection<Finding>? findings = null) =>
        ToProfile(ProfileDocument.Load(path, findings ?? []), path);

    /// <summary>Reads and checks a profile from its text.</summary>
    /// <param name="text">YAML.</param>
    /// <param name="fileName">Name for messages.</param>
    /// <param name="findings">Takes what is odd but not wrong: keys of a newer minor version; null = not
    /// wanted.</param>
    /// <exception cref="ProfileException">It is not a valid profile; all problems are named.</exception>
    public static CameraProfile Parse(string text, string fileName, ICollection<Finding>? findings = null) =>
        ToProfile(ProfileDocument.Parse(text, fileName, findings ?? []), fileName);

    /// <summary>Checks a file that may be a profile or an overlay.</summary>
    /// <param name="path">The file.</param>
    /// <param name="findings">Takes what is odd but not wrong: keys of a newer minor version.</param>
    /// <returns>Which of the two it is.</returns>
    /// <exception cref="ProfileException">It is not valid; all problems are named.</exception>
    public static ProfileKind Validate(string path, ICollection<Finding> findings) =>
        ProfileDocument.Load(path, findings).Kind;

    private static CameraProfile ToProfile(ProfileDocument document, string fileName)
    {
        if (document.Kind != ProfileKind.CameraProfile)
            throw Refused(fileName, "kind", "this is an overlay: it is laid over a profile and is none itself.");
        try
        {
            return document.Settings.Deserialize<CameraProfile>(ProfileJson.Options)!;
        }
        catch (JsonException e)
        {
            throw Refused(fileName, e.Path ?? "", e.Message);
        }
    }

    private static ProfileException Refused(string fileName, string path, string message) =>
        new(fileName, [new ProfileProblem(path, 0, 0, message)]);
}
