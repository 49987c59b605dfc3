using System.CommandLine;
using CamMigrate.Cli.Composition;
using CamMigrate.Core.Errors;
using CamMigrate.Core.Ports;
using CamMigrate.Http;
using CamMigrate.Http.Recording;

namespace CamMigrate.Cli.Commands;

/// <summary>The options of <c>read</c>.</summary>
internal sealed class ReadOptions
{
    private readonly Argument<string> camera = CommonOptions.Camera();
    private readonly Option<bool> force = new("--force") { Description = "Replace a profile that differs." };
    private readonly Option<string?> vendor = CommonOptions.Vendor();
    private readonly CredentialOptions login = new();

    private readonly Option<string?> output = new("--out")
    {
        Description = "The profile to write; default: stdout.",
        HelpName = "P.yaml",
    };

    private readonly Option<bool> explain = new("--explain")
    {
        Description = "Print what became of every value the camera sent.",
    };

    private readonly Option<int> connections = new("--connections")
    {
        Description = $"Requests under way at once, 1 to {CameraHttpOptions.MaxConnections}.",
        HelpName = "N",
        DefaultValueFactory = _ => 1,
    };

    private readonly Option<string?> record = new("--record")
    {
        Description = "Keep the raw answers, anonymised, in a new folder that can be shared and served.",
        HelpName = "DIR",
    };

    private readonly Option<string?> pictures = new("--pictures")
    {
        Description = "Keep a picture of every video source, and look for the privacy masks in it.",
        HelpName = "DIR",
    };

    private readonly Option<string?> backup = new("--backup")
    {
        Description = "Keep the camera's own configuration file, as it is: it holds its passwords.",
        HelpName = "FILE",
    };

    internal void AddTo(Command command)
    {
        command.Arguments.Add(camera);
        Option[] options = [output, force, vendor, explain, connections, record, pictures, backup];
        foreach (var option in options) command.Options.Add(option);
        login.AddTo(command);
    }

    /// <summary>What was asked; whatever is wrong with it is told before a camera is asked anything.</summary>
    internal ReadWish Resolve(ParseResult parsed, Workplace place)
    {
        var address = CameraAddress.Parse(parsed.GetValue(camera)!);
        var wish = new ReadWish
        {
            Address = address,
            Login = login.Later(parsed, place.Terminal, address.ToString()),
            Output = parsed.GetValue(output),
            Force = parsed.GetValue(force),
            Vendor = parsed.GetValue(vendor),
            Explain = parsed.GetValue(explain),
            Connections = parsed.GetValue(connections),
            Record = parsed.GetValue(record),
            Pictures = parsed.GetValue(pictures),
            Backup = parsed.GetValue(backup),
        };
        Refuse(wish, place.IsJson);
        return wish;
    }

    private static void Refuse(ReadWish wish, bool isJson)
    {
        if (wish.Connections is < 1 or > CameraHttpOptions.MaxConnections)
            throw new UsageException($"--connections is 1 to {CameraHttpOptions.MaxConnections}.");
        if (wish.Explain && wish.Output is null && !isJson)
            throw new UsageException("--explain prints where the profile would be: say --out P.yaml, or --json.");
        if (wish.Output is { } output) RefuseWithoutFolder(output);
        if (wish.Record is { } folder) ExchangeRecorder.RefuseIfUsed(folder);
        if (wish.Pictures is { } pictures && File.Exists(pictures))
            throw new UsageException($"{pictures} is a file. Name a folder for the pictures.");
        if (wish.Backup is not { } backup) return;
        if (Path.Exists(backup)) throw new UsageException($"{backup} exists. Name another file for the backup.");
        RefuseWithoutFolder(backup);
    }

    private static void RefuseWithoutFolder(string file)
    {
        if (Directory.Exists(file)) throw new UsageException($"{file} is a folder. Name a file.");
        if (!Directory.Exists(Path.GetDirectoryName(Path.GetFullPath(file))))
            throw new UsageException($"There is no folder for {file}. Make it, or name another file.");
    }
}

/// <summary>What was asked of <c>read</c>.</summary>
internal sealed record ReadWish
{
    internal required CameraAddress Address { get; init; }

    internal required Func<Credential> Login { get; init; }

    internal string? Output { get; init; }

    internal bool Force { get; init; }

    internal string? Vendor { get; init; }

    internal bool Explain { get; init; }

    internal int Connections { get; init; }

    internal string? Record { get; init; }

    internal string? Pictures { get; init; }

    internal string? Backup { get; init; }
}
