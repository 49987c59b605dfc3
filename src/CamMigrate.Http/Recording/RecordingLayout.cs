using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using CamMigrate.Core.Runs;

namespace CamMigrate.Http.Recording;

/// <summary>
/// Names of files: ISAPI documents at their paths, CGI and RPC answers and SOAP operations by what was asked.
/// Whatever a camera brought into a path, the name is valid everywhere, short, and below the folder.
/// </summary>
internal sealed partial class RecordingLayout
{
    private const int LongestName = 100;
    private const int LongestPath = 150;
    private const string IsapiRoot = "/ISAPI/";
    private readonly HashSet<string> taken = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The path of a document below <c>/ISAPI/</c>; null = it is none.</summary>
    internal static string? Isapi(RecordedExchange exchange) =>
        exchange.Method == "GET" && exchange.Target.StartsWith(IsapiRoot, StringComparison.Ordinal)
        && !exchange.Target.Contains('?', StringComparison.Ordinal)
            ? exchange.Target[IsapiRoot.Length..] : null;

    /// <summary>A file for an answer, no two alike.</summary>
    /// <param name="exchange">What was asked.</param>
    /// <param name="extension"><c>xml</c>, <c>json</c> or <c>txt</c>.</param>
    internal string FileFor(RecordedExchange exchange, string extension)
    {
        var name = $"{Stem(exchange)}.{extension}";
        return taken.Add(name) ? name : Added($"{Stem(exchange)}.{Hash(exchange.Key)}.{extension}");
    }

    private static string Stem(RecordedExchange exchange)
    {
        if (Isapi(exchange) is { } document && IsPath(document)) return "ISAPI/" + document;
        if (exchange.Operation is { } operation) return Operation(operation, exchange.Arguments ?? "");
        var (path, query) = exchange.Target.Split('?', 2) is [var p, var q] ? (p, q) : (exchange.Target, "");
        return path.StartsWith("/cgi-bin/", StringComparison.Ordinal) ? Cgi(path, query, exchange)
            : path.StartsWith(IsapiRoot, StringComparison.Ordinal) && IsPath(path[1..]) ? $"{path[1..]}.{Hash(query)}"
            : "other/" + Hash(exchange.Key);
    }

    private static string Operation(string operation, string arguments)
    {
        var suffix = arguments.Length == 0 ? "" : "." + Hash(arguments);
        if (operation.StartsWith('{'))
        {
            var end = operation.IndexOf('}', StringComparison.Ordinal);
            var (space, local) = (operation[1..end], operation[(end + 1)..]);
            var parts = space.Split('/', StringSplitOptions.RemoveEmptyEntries);
            var service = parts.Length < 2 ? "service" : parts[^1] == "wsdl" ? parts[^2] : parts[^1];
            var version = space.Contains("ver20/media", StringComparison.Ordinal) ? "2" : "";
            return $"onvif/{PrivateFiles.SafeName(service)}{version}.{PrivateFiles.SafeName(local)}{suffix}";
        }

        var name = ConfigName().Match(arguments);
        return name.Success ? $"RPC2.{PrivateFiles.SafeName(operation)}.{name.Groups["name"].Value}"
            : $"RPC2.{PrivateFiles.SafeName(operation)}{suffix}";
    }

    // As configManager.getConfig.Encode.txt, encode.getConfigCaps.channel=1.txt.
    private static string Cgi(string path, string query, RecordedExchange exchange)
    {
        var words = new List<string> { path["/cgi-bin/".Length..].Replace(".cgi", "", StringComparison.Ordinal) };
        foreach (var pair in query.Split('&', StringSplitOptions.RemoveEmptyEntries))
            words.Add(
                pair.StartsWith("action=", StringComparison.Ordinal) ? pair[7..]
                    : pair.StartsWith("name=", StringComparison.Ordinal) ? pair[5..] : pair);
        if (exchange.Status != 200) words.Add(FormattableString.Invariant($"http{exchange.Status}"));
        var name = string.Join('.', words);
        return name.Length <= LongestName && CgiName().IsMatch(name) ? name : "other/" + Hash(exchange.Key);
    }

    private static bool IsPath(string path) =>
        path.Length <= LongestPath
            && path.Split('/').All(s => SegmentName().IsMatch(s) && PrivateFiles.SafeName(s) == s);

    private static string Hash(string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..12];

    private string Added(string name)
    {
        taken.Add(name);
        return name;
    }

    [GeneratedRegex("^[A-Za-z0-9_.-]{1,60}$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex SegmentName();

    [GeneratedRegex(@"^[A-Za-z0-9][A-Za-z0-9_.=\[\]-]*$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex CgiName();

    [GeneratedRegex(
        "^\\{\"name\":\"(?<name>[A-Za-z0-9_-]{1,40})\"\\}$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ConfigName();
}
