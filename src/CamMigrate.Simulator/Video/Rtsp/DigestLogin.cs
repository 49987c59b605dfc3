using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace CamMigrate.Simulator.Video.Rtsp;

/// <summary>
/// The fields of an <c>Authorization: Digest</c> header and the answer they should carry (RFC 2617, MD5).
/// </summary>
internal sealed partial class DigestLogin
{
    private readonly Dictionary<string, string> fields = new(StringComparer.OrdinalIgnoreCase);

    private DigestLogin(string header)
    {
        foreach (Match field in Field().Matches(header))
            fields.TryAdd(field.Groups["name"].Value, field.Groups["value"].Value);
    }

    /// <summary>User name as sent.</summary>
    public string User => this["username"];

    /// <summary>Nonce as sent.</summary>
    public string Nonce => this["nonce"];

    private string this[string name] => fields.GetValueOrDefault(name, "");

    /// <summary>The login of a request; null when it carries none or another kind.</summary>
    public static DigestLogin? Of(RtspRequest request)
    {
        var header = request["Authorization"];
        return header.StartsWith("Digest ", StringComparison.OrdinalIgnoreCase) ? new DigestLogin(header[7..]) : null;
    }

    /// <summary>Whether the answer was made from this realm, password and request.</summary>
    public bool Proves(RtspRequest request, string realm, string password)
    {
        if (this["realm"] != realm || this["uri"] != request.Url)
            return false;
        var secret = Hash($"{User}:{realm}:{password}");
        var target = Hash($"{request.Method}:{request.Url}");
        var middle = this["qop"].Length == 0 ? Nonce : $"{Nonce}:{this["nc"]}:{this["cnonce"]}:{this["qop"]}";
        var expected = Encoding.ASCII.GetBytes(Hash($"{secret}:{middle}:{target}"));
        return CryptographicOperations.FixedTimeEquals(
            expected, Encoding.UTF8.GetBytes(this["response"].ToLower(CultureInfo.InvariantCulture)));
    }

    // MD5 is what RTSP viewers speak; the simulator guards nothing with it.
#pragma warning disable CA5351
    private static string Hash(string text) => Convert.ToHexStringLower(MD5.HashData(Encoding.UTF8.GetBytes(text)));
#pragma warning restore CA5351

    [GeneratedRegex(
        """(?<name>\w+)\s*=\s*(?:"(?<value>[^"]*)"|(?<value>[^\s,"]+))""", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Field();
}
