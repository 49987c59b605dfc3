namespace CamMigrate.Cli.Tests;

/// <summary>The checkout the tests were built in.</summary>
internal static class Repository
{
    internal static string Root { get; } = FindRoot();

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "CamMigrate.sln"))) folder = folder.Parent;
        return folder?.FullName ?? throw new DirectoryNotFoundException("CamMigrate.sln stands in no folder above the tests");
    }
}
