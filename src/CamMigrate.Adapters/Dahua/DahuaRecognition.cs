using System.Text;
using CamMigrate.Adapters.Dahua.Cgi;
using CamMigrate.Adapters.Dahua.Rpc;
using CamMigrate.Core.Errors;
using CamMigrate.Http;

namespace CamMigrate.Adapters.Dahua;

/// <summary>Tells a Dahua, whatever name stands on it, by answers that need no login.</summary>
internal sealed class DahuaRecognition(CameraHttp http)
{
    /// <summary>Why a device without a password cannot be read, and what to do.</summary>
    internal const string NotInitialised =
        "the device is not initialised: it has no password yet, and shows its settings to nobody. Set one on its web page "
            + "or with the maker's tool, then run the command again.";

    private const string Document = CgiClient.Folder + "magicBox.cgi?action=getDeviceType";

    // Words of the page that asks for the first password.
    private static readonly string[] FirstPage = ["Device Initialization", "DevInit", "deviceInit", "initDevice"];

    // Scripts and words of the web page of every rebrand.
    private static readonly string[] Pages = ["RPC2_Login", "rpcCore", "jsCore/rpc", "dahuatech"];

    /// <summary>What told it, to stand after "because"; null = it is none.</summary>
    internal async Task<string?> AskAsync(CancellationToken cancellationToken)
    {
        // No answer of HTTP, a TLS port spoken to in plain: the address is wrong, and that sentence is the one to be seen.
        var response = await http.GetAsync(Document, cancellationToken);
        if (response.Status == 401 && Realm(response) is { } realm) return $"it asks for a login as \"{realm}\"";
        if (response.IsSuccess && Says(response, "type=")) return "it answers /cgi-bin/magicBox.cgi";
        if (await ChallengesAsync(cancellationToken)) return "it answers /RPC2_Login with a challenge";
        return await PageAsync(cancellationToken);
    }

    /// <summary>Whether it waits for its first password.</summary>
    internal static async Task<bool> WaitsForPasswordAsync(CameraHttp http, CancellationToken cancellationToken)
    {
        try
        {
            var page = await http.SendAsync(
                new CameraRequest(HttpMethod.Get, "/") { Anonymous = true }, cancellationToken);
            return page.IsSuccess && FirstPage.Any(word => Says(page, word));
        }
        catch (CameraException)
        {
            return false; // it does not say so
        }
    }

    /// <summary>The realm without the unit's own number behind it.</summary>
    private static string? Realm(CameraResponse response)
    {
        foreach (var realm in response.Challenges.Select(c => c["realm"]).OfType<string>())
        {
            if (realm.StartsWith("Login to ", StringComparison.Ordinal)) return "Login to ...";
            // DH_ and a MAC address, with or without colons.
            if (realm.StartsWith("DH_", StringComparison.Ordinal)
                && realm[3..].All(c => char.IsAsciiHexDigit(c) || c is ':' or '-')) return "DH_...";
        }

        return null;
    }

    /// <summary>The first step of a login over RPC2 gives nothing away and counts as no try.</summary>
    private async Task<bool> ChallengesAsync(CancellationToken cancellationToken)
    {
        var body = """
            {"method":"global.login","params":{"userName":"admin","password":"","clientType":"Web3.0","loginType":"Direct"},"id":1}
            """;
        var request = new CameraRequest(HttpMethod.Post, RpcClient.LoginPath)
        {
            Body = Encoding.UTF8.GetBytes(body.Trim()),
            ContentType = "application/json",
            Anonymous = true,
            IsWrite = false,
            Name = "RPC2 global.login",
        };
        try
        {
            var response = await http.SendAsync(request, cancellationToken);
            return response.IsSuccess && RpcReply.Parse(response.Body) is { } reply
                && (reply.Text("random") is not null || reply.Error is not null);
        }
        catch (CameraException e) when (e.Reason == CameraError.BadResponse)
        {
            return false; // a redirect, as web pages do
        }
    }

    private async Task<string?> PageAsync(CancellationToken cancellationToken)
    {
        try
        {
            var page = await http.GetAsync("/", cancellationToken);
            if (!page.IsSuccess) return null;
            if (FirstPage.Any(word => Says(page, word))) return "its web page asks for the first password of a Dahua";
            return Pages.Any(word => Says(page, word)) ? "its web page is a Dahua's" : null;
        }
        catch (CameraException e) when (e.Reason == CameraError.BadResponse)
        {
            return null;
        }
    }

    private static bool Says(CameraResponse response, string word) =>
        response.Body.AsSpan().IndexOf(Encoding.ASCII.GetBytes(word)) >= 0;
}
