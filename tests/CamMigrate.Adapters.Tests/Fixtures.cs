using System.Runtime.CompilerServices;

namespace CamMigrate.Adapters.Tests;

/// <summary>Our own virtual cameras, as folders of answers.</summary>
internal static class Fixtures
{
    public static string Root { get; } = Path.GetFullPath(Path.Combine(Here(), "..", "..", "Fixtures"));

    public static IReadOnlyList<string> Hikvision =>
        [.. Folders("hikvision").Where(folder => Directory.Exists(Path.Combine(folder, "ISAPI")))];

    /// <summary>Virtual cameras that are kept as an entry of an estate, <c>camera.yaml</c>.</summary>
    public static IReadOnlyList<string> HikvisionEstates =>
        [.. Folders("hikvision").Where(folder => File.Exists(Path.Combine(folder, "camera.yaml")))];

    private static IEnumerable<string> Folders(string family) =>
        Directory.EnumerateDirectories(Path.Combine(Root, family)).Order(StringComparer.Ordinal);

    private static string Here([CallerFilePath] string path = "") => Path.GetFullPath(Path.Combine(path, "..", "x"));
}
