using System.Collections.Immutable;
using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace CamMigrate.Simulator.Dahua.Cgi;

/// <summary>A request below <c>/cgi-bin</c>: <c>magicBox.cgi?action=getSystemInfo</c>.</summary>
/// <param name="Service">File without its ending.</param>
/// <param name="Action">Verb; empty for snapshot.cgi.</param>
/// <param name="Names">Every <c>name</c>.</param>
/// <param name="Query">All parameters.</param>
/// <param name="IsGet">Whether the method is GET.</param>
internal sealed record CgiCall(
    string Service, string Action, ImmutableArray<string> Names, IQueryCollection Query, bool IsGet)
{
    public const string Root = "/cgi-bin/";

    public string Key => Action.Length == 0 ? Service : $"{Service}.{Action}";

    /// <summary>As it is counted: <c>configManager.getConfig Encode</c>.</summary>
    public string Operation => Names.IsEmpty ? Key : $"{Key} {string.Join(',', Names)}";

    /// <summary>Only what asks; any other verb would change or move something.</summary>
    public bool IsRead => IsGet
        && (Action.StartsWith("get", StringComparison.Ordinal) || Action == "attach"
            || (Action.Length == 0 && Service is "snapshot" or "mjpg/video"));

    /// <summary>Number of the channel asked for; null when it is not said.</summary>
    public int? Channel => int.TryParse(Query["channel"], CultureInfo.InvariantCulture, out var number) ? number : null;

    public static CgiCall Of(HttpRequest request)
    {
        var file = request.Path.Value![Root.Length..];
        return new CgiCall(
            file.EndsWith(".cgi", StringComparison.Ordinal) ? file[..^4] : file,
            request.Query["action"].ToString(),
            [.. request.Query["name"].Where(name => !string.IsNullOrEmpty(name)).Select(name => name!)],
            request.Query,
            HttpMethods.IsGet(request.Method));
    }
}
