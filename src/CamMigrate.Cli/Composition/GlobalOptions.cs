using System.CommandLine;

namespace CamMigrate.Cli.Composition;

/// <summary>Options that every verb takes.</summary>
internal static class GlobalOptions
{
    internal static readonly Option<bool> Json = new("--json") { Description = "Print one JSON document instead of text.", Recursive = true };

    internal static readonly Option<bool> NoInput = new("--no-input") { Description = "Never ask; a question becomes an error.", Recursive = true };

    internal static readonly Option<string?> LogFile = new("--log-file") { Description = "Keep a log as JSON lines.", Recursive = true, HelpName = "FILE" };

    internal static readonly Option<bool> Verbose = new("-v") { Description = "Say more.", Recursive = true };

    internal static readonly Option<bool> VeryVerbose = new("-vv") { Description = "Say every request.", Recursive = true };

    internal static void AddTo(RootCommand root)
    {
        foreach (var option in new Option[] { Json, NoInput, LogFile, Verbose, VeryVerbose }) root.Options.Add(option);
    }
}
