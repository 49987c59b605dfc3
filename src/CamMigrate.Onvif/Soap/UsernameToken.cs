using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using CamMigrate.Core.Ports;

namespace CamMigrate.Onvif.Soap;

/// <summary>The WS-Security header of one request (UsernameToken with a password digest).</summary>
internal static class UsernameToken
{
    private const string Profile = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-username-token-profile-1.0";
    private const string Base64 =
        "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-soap-message-security-1.0#Base64Binary";

    /// <summary>A header with a nonce of its own.</summary>
    /// <param name="credential">The login.</param>
    /// <param name="created">Now, by the camera's clock.</param>
    internal static XElement Create(Credential credential, DateTimeOffset created) =>
        Create(credential, created, RandomNumberGenerator.GetBytes(16));

    internal static XElement Create(Credential credential, DateTimeOffset created, byte[] nonce)
    {
        var stamp = created.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        return new XElement(OnvifNames.Wsse + "Security",
            new XAttribute(XNamespace.Xmlns + "wsse", OnvifNames.Wsse),
            new XAttribute(XNamespace.Xmlns + "wsu", OnvifNames.Wsu),
            new XAttribute(OnvifNames.Soap + "mustUnderstand", "1"),
            new XElement(OnvifNames.Wsse + "UsernameToken",
                new XElement(OnvifNames.Wsse + "Username", credential.UserName),
                new XElement(OnvifNames.Wsse + "Password", new XAttribute("Type", Profile + "#PasswordDigest"),
                    Digest(nonce, stamp, credential.Password)),
                new XElement(OnvifNames.Wsse + "Nonce", new XAttribute("EncodingType", Base64),
                    Convert.ToBase64String(nonce)),
                new XElement(OnvifNames.Wsu + "Created", stamp)));
    }

    /// <summary>Base64(SHA1(nonce + created + password)): the standard fixes SHA-1.</summary>
    private static string Digest(byte[] nonce, string created, Secret password)
    {
#pragma warning disable CA5350 // The token profile knows no other hash.
        return Convert.ToBase64String(
            SHA1.HashData([.. nonce, .. Encoding.UTF8.GetBytes(created + password.Reveal())]));
#pragma warning restore CA5350
    }
}
