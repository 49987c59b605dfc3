using System.Collections.Immutable;

namespace CamMigrate.Simulator.Estates;

/// <summary>
/// A set of virtual cameras, as a YAML file of <c>kind: Estate</c> describes it (keys: README.md of this project).
/// </summary>
public sealed class Estate
{
    private const int LargestFile = 1 << 20;

    internal Estate(ImmutableArray<CameraSpec> cameras) => Cameras = cameras;

    /// <summary>Names of the cameras, in file order.</summary>
    public ImmutableArray<string> CameraNames => [.. Cameras.Select(camera => camera.Name)];

    internal ImmutableArray<CameraSpec> Cameras { get; }

    /// <summary>Reads an estate file.</summary>
    /// <param name="path">The YAML file, at most 1 MB.</param>
    /// <exception cref="EstateException">The file is not a valid estate; every problem is listed.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static Estate Load(string path)
    {
        if (new FileInfo(path) is { Exists: true, Length: > LargestFile })
            throw new EstateException([$"{path}: larger than 1 MB, not an estate"]);
        return Parse(File.ReadAllText(path));
    }

    /// <summary>Reads an estate from YAML text.</summary>
    /// <param name="yaml">The text of an estate file.</param>
    /// <exception cref="EstateException">The text is not a valid estate; every problem is listed.</exception>
    public static Estate Parse(string yaml)
    {
        var problems = new List<string>();
        var document = YamlBinder.Bind<EstateDocument>(yaml, problems);
        if (document is not null) EstateRules.Check(document, problems);
        return problems.Count == 0 ? new Estate(document!.Cameras) : throw new EstateException([.. problems]);
    }
}

/// <summary>An estate file that cannot be used.</summary>
/// <param name="problems">Every problem found, each with its line where there is one.</param>
public sealed class EstateException(ImmutableArray<string> problems) : Exception(
    string.Join(Environment.NewLine, problems))
{
    /// <summary>Every problem found, each with its line where there is one.</summary>
    public ImmutableArray<string> Problems => problems;
}
