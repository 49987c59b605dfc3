using System.Runtime.CompilerServices;

namespace CamMigrate.Adapters.Tests;

/// <summary>Our own virtual cameras, as folders of answers.</summary>
internal static class Fixtures
{
    public static string Root { get; } = Path.GetFullPath(Path.Combine(Here(), "..", "..", "Fixtures"));

    public static IReadOnlyList<string> Hikvision =>
        [.. Directory.EnumerateDirectories(Path.Combine(Root, "hikvision")).Order(StringComparer.Ordinal)];

    private static string Here([CallerFilePath] string path = "") => Path.GetFullPath(Path.Combine(path, "..", "x"));
}
