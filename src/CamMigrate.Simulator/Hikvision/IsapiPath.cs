using Microsoft.AspNetCore.Http;

namespace CamMigrate.Simulator.Hikvision;

/// <summary>Paths as the faces count them: what stands below <c>/ISAPI/</c>, or a rebrand's own prefix.</summary>
internal static class IsapiPath
{
    public const string Usual = "ISAPI";

    public static string Of(HttpRequest request, string prefix = Usual)
    {
        var path = request.Path.Value ?? "";
        var start = $"/{prefix}/";
        return path.StartsWith(start, StringComparison.Ordinal) ? path[start.Length..].TrimEnd('/') : path;
    }

    public static bool IsUsual(HttpRequest request) =>
        (request.Path.Value ?? "").StartsWith($"/{Usual}/", StringComparison.Ordinal);
}
