using System.Text.RegularExpressions;

namespace CamMigrate.Http.Rules;

/// <summary>Which GET only reads: a document of ISAPI or a web page, and a CGI asked with a verb that reads.</summary>
internal static partial class GetRule
{
    private const StringComparison AnyCase = StringComparison.OrdinalIgnoreCase;

    // Paths that act on a camera whatever the method.
    private static readonly HashSet<string> Actions = new(StringComparer.OrdinalIgnoreCase)
    {
        "reboot", "restart", "shutdown", "trigger", "manualTrigger", "goto", "factoryReset", "factoryDefault",
        "updateFirmware", "activate", "open", "close", "format",
    };

    private static readonly string[] PictureCgis =
        ["/cgi-bin/snapshot.cgi", "/cgi-bin/mjpg/video.cgi", "/onvif-cgi/jpg/image.cgi", "/axis-cgi/jpg/image.cgi"];

    /// <summary>Whether a GET only reads.</summary>
    /// <param name="path">Path, decoded.</param>
    /// <param name="query">Query with its question mark, decoded; empty = none.</param>
    internal static bool Reads(string path, string query)
    {
        var parts = path.Split('/').Select(part => part.Trim(' ', '.'));
        if (parts.Any(Actions.Contains)) return false;
        if (!IsCgi(path)) return !query.Contains("action=", AnyCase);
        return PictureCgis.Contains(path, StringComparer.Ordinal)
            ? !query.Contains("action", AnyCase)
            : Verb().IsMatch(query) && query.LastIndexOf("action=", AnyCase) == 1;
    }

    /// <summary>Whether a path is a program on the camera: there the verb decides, not the method.</summary>
    internal static bool IsCgi(string path) => path.Split('/').Any(
        part => part.Trim(' ', '.') is var name
            && (name.EndsWith("cgi", AnyCase) || name.Contains(".cgi", AnyCase) || name.Equals("cgi-bin", AnyCase)));

    // Dahua's verbs: getConfig, getCaps, getSystemInfo, ...; attach subscribes to events. The verb stands first, once.
    [GeneratedRegex(
        @"^\?action=(get[A-Z][A-Za-z0-9]*|attach)(&|\z)",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Verb();
}
