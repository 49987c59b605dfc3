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

    /// <summary>Reads a profile file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="findings">Takes what is odd but not wrong: keys of a newer minor version; null = not wanted.</param>
    /// <exception cref="ProfileException">It is not a valid profile; all problems are named.</exception>
    public static CameraProfile Load(string path, ICollection<Finding>? findings = null)
    {
        var problems = new ProblemList();
        var text = ProfileFile.Read(path, problems) ?? throw problems.ToException(path);
        return Parse(text, path, findings);
    }

    /// <summary>Reads a profile from its text.</summary>
    /// <param name="text">YAML.</param>
    /// <param name="fileName">Name for messages.</param>
    /// <param name="findings">Takes what is odd but not wrong: keys of a newer minor version; null = not wanted.</param>
    /// <exception cref="ProfileException">It is not a valid profile; all problems are named.</exception>
    public static CameraProfile Parse(string text, string fileName, ICollection<Finding>? findings = null)
    {
        var problems = new ProblemList();
        var root = YamlReader.Read(text, problems);
        if (root is null || !problems.IsEmpty) throw problems.ToException(fileName);
        try
        {
            return root.ToJson().Deserialize<CameraProfile>(ProfileJson.Options)!;
        }
        catch (JsonException e)
        {
            problems.Add(e.Path ?? "", default, e.Message);
            throw problems.ToException(fileName);
        }
    }
}
