using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using CamMigrate.Testing;

namespace CamMigrate.Simulator.Tests.Onvif;

/// <summary>Sends hand-written envelopes, as text, with a token made here.</summary>
internal sealed class SoapClient(SimulatedCamera camera, bool withDigest = false) : IDisposable
{
    public static readonly XNamespace Tt = "http://www.onvif.org/ver10/schema";

    private static readonly Dictionary<string, (string Namespace, string Path)> Services = new(StringComparer.Ordinal)
    {
        ["tds"] = ("http://www.onvif.org/ver10/device/wsdl", "onvif/device_service"),
        ["trt"] = ("http://www.onvif.org/ver10/media/wsdl", "onvif/media_service"),
        ["tr2"] = ("http://www.onvif.org/ver20/media/wsdl", "onvif/media2_service"),
        ["timg"] = ("http://www.onvif.org/ver20/imaging/wsdl", "onvif/imaging_service"),
        ["tptz"] = ("http://www.onvif.org/ver20/ptz/wsdl", "onvif/ptz_service"),
        ["tan"] = ("http://www.onvif.org/ver20/analytics/wsdl", "onvif/analytics_service"),
        ["tmd"] = ("http://www.onvif.org/ver10/deviceIO/wsdl", "onvif/deviceio_service"),
    };

    private readonly HttpClient client =
        withDigest ? camera.CreateClient() : new HttpClient { BaseAddress = camera.HttpUri };

    /// <summary>Whether calls carry a token.</summary>
    public bool HasToken { get; set; } = true;

    public string Password { get; set; } = camera.Password;

    /// <summary>The clock of the tokens, ahead of this machine's.</summary>
    public TimeSpan Ahead { get; set; }

    /// <summary>The nonce to use; null makes one per call.</summary>
    public byte[]? Nonce { get; set; }

    public HttpStatusCode LastStatus { get; private set; }

    /// <summary>Calls <c>prefix:Operation</c> and gives the first element of the answer's body.</summary>
    public async Task<XElement> CallAsync(string operation, string content = "")
    {
        var prefix = operation.Split(':')[0];
        var declarations = string.Concat(
            Services.Select(service => $" xmlns:{service.Key}=\"{service.Value.Namespace}\""));
        var envelope = $"""
            <?xml version="1.0" encoding="utf-8"?>
            <s:Envelope xmlns:s="http://www.w3.org/2003/05/soap-envelope" xmlns:tt="{Tt}"{declarations}>
            {(HasToken ? Token() : "")}<s:Body><{operation}>{content}</{operation}></s:Body></s:Envelope>
            """;
        using var request = new StringContent(envelope, Encoding.UTF8, "application/soap+xml");
        using var response = await client.PostAsync(new Uri(Services[prefix].Path, UriKind.Relative), request);
        LastStatus = response.StatusCode;
        var text = await response.Content.ReadAsStringAsync();
        if (response.Content.Headers.ContentType?.MediaType != "application/soap+xml")
            return new XElement("none", text);
        return XElement.Parse(text).Elements().Single(element => element.Name.LocalName == "Body").Elements().Single();
    }

    public void Dispose() => client.Dispose();

    public static string SubcodesOf(XElement fault) =>
        string.Join(
            ' ', fault.Descendants().Where(e => e.Name.LocalName == "Subcode").Select(e => e.Elements().First().Value));

    private string Token()
    {
        var nonce = Nonce ?? RandomNumberGenerator.GetBytes(16);
        var created = (TimeProvider.System.GetUtcNow() + Ahead).ToString(
            "yyyy-MM-ddTHH:mm:ss.fffZ", System.Globalization.CultureInfo.InvariantCulture);
#pragma warning disable CA5350 // SHA-1 is what the token profile says, not a choice.
        var digest = Convert.ToBase64String(SHA1.HashData([.. nonce, .. Encoding.UTF8.GetBytes(created + Password)]));
#pragma warning restore CA5350
        const string Wss = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-";
        return $"""
            <s:Header><w:Security xmlns:w="{Wss}wssecurity-secext-1.0.xsd" xmlns:u="{Wss}wssecurity-utility-1.0.xsd" s:mustUnderstand="1">
            <w:UsernameToken><w:Username>{camera.Username}</w:Username>
            <w:Password Type="{Wss}username-token-profile-1.0#PasswordDigest">{digest}</w:Password>
            <w:Nonce EncodingType="{Wss}soap-message-security-1.0#Base64Binary">{Convert.ToBase64String(nonce)}</w:Nonce>
            <u:Created>{created}</u:Created></w:UsernameToken></w:Security></s:Header>
            """;
    }
}
