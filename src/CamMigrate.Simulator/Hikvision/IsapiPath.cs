using Microsoft.AspNetCore.Http;

namespace CamMigrate.Simulator.Hikvision;

/// <summary>Paths as the faces count them: what stands below <c>/ISAPI/</c>.</summary>
internal static class IsapiPath
{
    private const string Prefix = "/ISAPI/";

    public static string Of(HttpRequest request)
    {
        var path = request.Path.Value ?? "";
        return path.StartsWith(Prefix, StringComparison.Ordinal) ? path[Prefix.Length..].TrimEnd('/') : path;
    }
}
