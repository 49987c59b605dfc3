using NUnit.Framework;

namespace CamMigrate.Testing;

/// <summary>Recorded devices outside the repository: the folder that <c>CAMMIGRATE_CAPTURES</c> names.</summary>
public static class Captures
{
    public const string Variable = "CAMMIGRATE_CAPTURES";

    /// <summary>Every recorded Hikvision with ISAPI answers, as test cases of one argument: its folder.</summary>
    public static IEnumerable<TestCaseData> Hikvision =>
        Devices("hikvision", folder => Directory.Exists(Path.Combine(folder, "ISAPI")));

    /// <summary>Every recorded ONVIF device, as test cases of one argument: its folder.</summary>
    public static IEnumerable<TestCaseData> Onvif =>
        Devices("onvif", folder => Directory.EnumerateFiles(folder, "*.xml").Any());

    /// <summary>Every recorded Dahua with CGI answers, as test cases of one argument: its folder.</summary>
    public static IEnumerable<TestCaseData> Dahua =>
        Devices("dahua", folder => Directory.EnumerateFiles(folder, "*.get*.txt").Any());

    /// <summary>The folder of a recorded device; the running test is ignored when the captures are not there.</summary>
    /// <param name="family">Folder of the family: <c>hikvision</c>, <c>dahua</c>, <c>onvif</c>.</param>
    /// <param name="device">Folder of the device.</param>
    public static string Folder(string family, string device)
    {
        if (Root is null) Assert.Ignore($"{Variable} is not set");
        return Path.Combine(Root!, family, device);
    }

    private static string? Root =>
        Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } root ? Path.GetFullPath(root) : null;

    private static List<TestCaseData> Devices(string family, Func<string, bool> isDevice)
    {
        if (Root is null) return [new TestCaseData("none").Ignore($"{Variable} is not set")];
        var devices = Directory.EnumerateDirectories(Path.Combine(Root, family)).Where(isDevice)
            .Order(StringComparer.Ordinal).ToList();
        return devices.Count > 0
            ? [.. devices.Select(folder => new TestCaseData(folder).SetArgDisplayNames(Path.GetFileName(folder)))]
            : throw new InvalidOperationException($"{Variable} is set, and {Root} holds no recorded {family} device");
    }
}
