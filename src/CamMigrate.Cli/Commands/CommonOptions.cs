using System.CommandLine;
using CamMigrate.Cli.Composition;
using CamMigrate.Core.Errors;
using CamMigrate.Core.Planning;

namespace CamMigrate.Cli.Commands;

/// <summary>Options that several verbs share.</summary>
internal static class CommonOptions
{
    internal static Option<string?> Run() => new("--run")
    {
        Description = "The run's folder; default: a new one below ./runs.",
        HelpName = "DIR",
    };

    internal static Option<string?> Vendor() => new("--vendor")
    {
        Description = "Read it as this brand, in place of recognising it.",
        HelpName = string.Join('|', Cameras.Vendors),
    };

    internal static Option<bool> Yes() => new("--yes") { Description = "Write without asking." };

    internal static Option<string[]> AcceptMaskLoss() => new("--accept-mask-loss")
    {
        Description = "Go on although this mask (or unread area) will be lost; ends with exit code 6.",
        HelpName = "NAME",
    };

    internal static Option<string[]> Overlay() => new("--overlay")
    {
        Description = "Lay these settings over the profile, in order: a site's own standard.",
        HelpName = "F.yaml",
    };

    internal static Argument<string> Camera(string name = "CAMERA") =>
        new(name) { Description = "host, host:port or URL." };

    internal static Argument<string> Profile() => new("PROFILE") { Description = "Profile (YAML)." };
}

/// <summary><c>--only</c> and <c>--except</c>.</summary>
internal sealed class AreaOptions
{
    private readonly Option<string[]> only = new("--only")
    {
        Description = "Only these areas: masks,osds,...",
        HelpName = "AREA,...",
    };

    private readonly Option<string[]> except = new("--except")
    {
        Description = "All but these areas.",
        HelpName = "AREA,...",
    };

    internal void AddTo(Command command)
    {
        command.Options.Add(only);
        command.Options.Add(except);
    }

    internal Func<string, bool> Resolve(ParseResult parsed)
    {
        var (wanted, unwanted) = (Split(parsed.GetValue(only)), Split(parsed.GetValue(except)));
        if (wanted.Concat(unwanted).FirstOrDefault(a => !ProfileAreas.All.Contains(a)) is { } unknown)
        {
            var areas = string.Join(", ", ProfileAreas.All.Order(StringComparer.Ordinal));
            throw new UsageException($"There is no area '{unknown}'. Areas: {areas}.");
        }

        return area => (wanted.Count == 0 || wanted.Contains(area)) && !unwanted.Contains(area);
    }

    private static List<string> Split(string[]? values) =>
    [
        .. (values ?? []).SelectMany(v => v.Split(
            ',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)),
    ];
}
