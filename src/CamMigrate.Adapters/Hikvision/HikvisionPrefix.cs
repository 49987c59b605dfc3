using System.Text;
using System.Text.RegularExpressions;
using CamMigrate.Adapters.Hikvision.Isapi;
using CamMigrate.Core.Errors;
using CamMigrate.Http;

namespace CamMigrate.Adapters.Hikvision;

/// <summary>
/// Where a rebrand keeps its documents: below <c>/NameAPI/</c> in place of <c>/ISAPI/</c>, which it answers with nothing.
/// </summary>
internal static partial class HikvisionPrefix
{
    internal const string DeviceInfo = "System/deviceInfo";

    // The page on which people log in; its scripts ask below the prefix.
    private const string LoginPage = "/doc/page/login.asp";

    /// <summary>Looks for the prefix on the login page; null = it is not told there.</summary>
    /// <param name="http">The session; no login is needed.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    internal static async Task<string?> FindAsync(CameraHttp http, CancellationToken cancellationToken)
    {
        try
        {
            var page = await http.SendAsync(
                new CameraRequest(HttpMethod.Get, LoginPage) { Anonymous = true }, cancellationToken);
            if (!page.IsSuccess) return null;
            return Name().Matches(Encoding.Latin1.GetString(page.Body)).Select(match => match.Groups["name"].Value)
                .FirstOrDefault(name => name != IsapiClient.UsualPrefix);
        }
        catch (CameraException e) when (e.Reason == CameraError.BadResponse)
        {
            return null; // a redirect: the page says nothing
        }
    }

    [GeneratedRegex(@"/(?<name>[A-Za-z0-9]{1,24}API)/", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Name();
}
