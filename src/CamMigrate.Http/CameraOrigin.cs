using System.Text;
using CamMigrate.Core.Errors;
using CamMigrate.Core.Ports;

namespace CamMigrate.Http;

/// <summary>Scheme, host and port of a camera, as far as they are known.</summary>
internal static class CameraOrigin
{
    /// <summary>
    /// Where to look, in order: what a person wrote decides; a bare host is tried on http, then https.
    /// </summary>
    internal static IReadOnlyList<Uri> Candidates(CameraAddress camera) =>
        camera.Scheme is { } scheme
            ? [Make(scheme, camera.UrlHost, camera.Port)]
            : [Make("http", camera.UrlHost, camera.Port), Make("https", camera.UrlHost, camera.Port)];

    /// <summary>The address of a path at an origin.</summary>
    internal static Uri At(Uri origin, string path)
    {
        if (!path.StartsWith('/')) throw new ArgumentException("a path begins with a slash", nameof(path));
        var uri = new Uri(origin.GetLeftPart(UriPartial.Authority) + path);
        return uri.Host == origin.Host && uri.Port == origin.Port && uri.UserInfo.Length == 0
            ? uri
            : throw new ArgumentException("the path leads to another host", nameof(path));
    }

    /// <summary>Whether a plain answer says that the port wants TLS: web servers do so in words.</summary>
    internal static bool WantsTls(CameraResponse response) =>
        response.Status == 400 && response.Body.Length < 4096
        && Encoding.Latin1.GetString(response.Body) is var text
        && (text.Contains("HTTPS port", StringComparison.OrdinalIgnoreCase)
            || text.Contains("HTTPS server", StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether an answer leads elsewhere.</summary>
    internal static bool IsRedirect(CameraResponse response) => response.Status is 301 or 302 or 303 or 307 or 308;

    /// <summary>Where a redirect leads; null = the answer is none.</summary>
    /// <exception cref="CameraException">It leads to where no login may go.</exception>
    internal static Uri? Redirect(Uri origin, CameraResponse response)
    {
        if (!IsRedirect(response)) return null;
        var location = response.Headers["Location"].FirstOrDefault();
        if (location is null || !Uri.TryCreate(origin, location, out var to) || to.Scheme is not ("http" or "https"))
            throw Refused(response, "the answer is a redirect to nowhere. Is this the address of a camera?");
        if (!to.Host.Equals(origin.Host, StringComparison.OrdinalIgnoreCase))
            throw Refused(
                response,
                $"the device redirects to another host, '{Printable.Clip(to.Host)}'. "
                    + "It was not followed and no login was sent there. If that host is the camera, give its address.");
        if (to.Scheme == "https" && origin.Scheme == "http") return new Uri(to.GetLeftPart(UriPartial.Authority));
        if (to.Scheme != origin.Scheme || to.Port != origin.Port)
            throw Refused(
                response,
                $"the device redirects to '{Printable.Clip(to.GetLeftPart(UriPartial.Authority))}'. "
                    + "It was not followed; give that address if it is the camera.");
        throw Refused(
            response,
            $"the device redirects to '{Printable.Clip(to.AbsolutePath)}', as web pages do. "
                + "Is this the address of a camera?");
    }

    private static Uri Make(string scheme, string host, int? port) =>
        new(port is { } p ? FormattableString.Invariant($"{scheme}://{host}:{p}") : $"{scheme}://{host}");

    private static CameraException Refused(CameraResponse response, string detail) =>
        new(CameraError.BadResponse, response.Request, detail) { HttpStatus = response.Status };
}
