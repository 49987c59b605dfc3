using System.Collections.Immutable;
using CamMigrate.Simulator.Recorded;

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

    /// <summary>One camera that answers as a recording says.</summary>
    /// <param name="folder">What <c>read --record</c> wrote, or ISAPI answers at their paths.</param>
    /// <param name="username">Its login.</param>
    /// <param name="password">Its login.</param>
    /// <param name="port">TCP port; 0 takes a free one.</param>
    /// <exception cref="EstateException">The folder is no recording.</exception>
    public static Estate OfRecording(string folder, string username, string password, int port = 0)
    {
        var name = Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)));
        if (!RecordedRequests.Has(folder) && !Directory.Exists(Path.Combine(folder, "ISAPI")))
            throw new EstateException([$"{folder}: no recording; it has neither {RecordedRequests.FileName} nor a folder ISAPI"]);
        var adapter = RecordedRequests.Has(folder) ? RecordedRequests.Load(folder).Adapter : null;
        return new Estate(
        [
            new CameraSpec
            {
                Name = name,
                Face = CameraFace.Recorded,
                Recording = folder,
                Ports = new PortsSpec { Http = port },
                Users = [new UserSpec { Username = username, Password = password }],
                Login = new LoginSpec { Realm = RealmOf(adapter) },
            },
        ]);
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

    // How each brand asks for a login: its readers know it by that.
    private static string RealmOf(string? adapter) => adapter switch
    {
        "dahua" => "Login to 5c3f1d2b9a7e4c60b8d1f2e3a4b5c6d7",
        "onvif" => "ONVIF",
        _ => new LoginSpec().Realm,
    };
}

/// <summary>An estate file that cannot be used.</summary>
/// <param name="problems">Every problem found, each with its line where there is one.</param>
public sealed class EstateException(ImmutableArray<string> problems) : Exception(
    string.Join(Environment.NewLine, problems))
{
    /// <summary>Every problem found, each with its line where there is one.</summary>
    public ImmutableArray<string> Problems => problems;
}
