namespace CamMigrate.Core.Tests.Profiles;

/// <summary>Files of the checkout that the tests were built from.</summary>
internal static class Repository
{
    /// <summary>A file or folder below the root.</summary>
    /// <param name="parts">Its path.</param>
    public static string Path(params string[] parts)
    {
        var folder = new DirectoryInfo(TestContext.CurrentContext.TestDirectory);
        while (!File.Exists(System.IO.Path.Combine(folder.FullName, "CamMigrate.sln"))) folder = folder.Parent!;
        return System.IO.Path.Combine([folder.FullName, .. parts]);
    }
}
