using System.Text.RegularExpressions;

namespace CamMigrate.Core.Reading;

/// <summary>
/// Which values are secrets, by name and by form: they leave the reader nowhere, not even into a list of what was left.
/// </summary>
public static partial class SecretLeaves
{
    // No secret that is shown stands further back: what is shown is cut long before.
    private const int LongestSearched = 4096;
    private const int DeepestEncoding = 2;

    private static readonly string[] Parts =
        [
            "password", "passwd", "passphrase", "passcode", "pwd", "community", "secret", "salt", "privatekey",
            "sharedkey", "psk", "verificationcode", "verifycode", "safetycode", "securitycode", "activationcode",
            "authcode", "accesscode", "pincode", "accesstoken", "authtoken", "apitoken", "bearer", "securityanswer",
            "readcommon", "writecommon", "credential",
        ];

    /// <summary>Whether a value holds a secret, whatever the field is called: a login in an address, a key.</summary>
    /// <param name="value">The value.</param>
    public static bool HoldsLogin(string? value)
    {
        if (value is null) return false;
        var text = value.Length > LongestSearched ? value[..LongestSearched] : value;
        for (var times = 0; times <= DeepestEncoding; times++)
        {
            if (Login().IsMatch(text) || IsBasic(text)) return true;
            var decoded = text.Contains('%', StringComparison.Ordinal) ? Uri.UnescapeDataString(text) : text;
            if (decoded == text) return false;
            text = decoded;
        }

        return false;
    }

    /// <summary>Whether a field holds a secret, by its name.</summary>
    /// <param name="name">The field.</param>
    public static bool IsSecret(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return Parts.Any(part => name.Contains(part, StringComparison.OrdinalIgnoreCase)) || Whole().IsMatch(name);
    }

    /// <summary>An address without the values of its parameters, each of which may be a token; any other text as it is.
    /// </summary>
    /// <param name="value">The value.</param>
    public static string WithoutParameters(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        var query = value.IndexOf('?', StringComparison.Ordinal);
        var isAddress = query > 0 && (value[0] == '/' || value.AsSpan(0, query).Contains("://", StringComparison.Ordinal));
        return isAddress ? value[..query] + Parameter().Replace(value[query..], "${before}***") : value;
    }

    private static bool IsBasic(string text)
    {
        const string scheme = "Basic ";
        if (!text.StartsWith(scheme, StringComparison.OrdinalIgnoreCase)) return false;
        var decoded = new byte[text.Length];
        return Convert.TryFromBase64String(text[scheme.Length..].Trim(), decoded, out var length)
            && decoded.AsSpan(0, length).Contains((byte)':');
    }

    [GeneratedRegex(
        "key[0-9]{0,2}$|keys$|(?<!by|com)pass$|^(psw|pw|pin|answer)$|keystring$|keydata$|keycontent$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Whole();

    // As user:password@host with and without a scheme, whatever stands in the password: cameras write their own into
    // addresses they give, unencoded. As a parameter of an address, as a member of JSON. A private key.
    [GeneratedRegex(
        @"://[^/?#\s:@]*:\S*@|^(?!(sips?|mailto):)[^\s:@/]{1,64}:(?!//)[^\s@]+@[A-Za-z0-9\[]"
        + @"|(password|passwd|passwort|passphrase|secret|pwd)['""]?\s{0,4}[=:]\s{0,4}['""]?[^&;\s'""]"
        + @"|(^|[?&;\s])(pass|psw|pw|key|[a-z]{0,12}[_-]?token|[a-z]{0,12}[_-]?key|auth|sig|signature|pin|code|credential)=[^&;\s]"
        + @"|['""](pass|psw|pw|key|[a-z]{0,12}[_-]?token|[a-z]{0,12}[_-]?key|auth|sig|signature|pin)['""]\s{0,4}:"
        + @"|^Bearer\s+(?=\S*\d)[\w.~+/=-]{12,}|-----BEGIN [A-Z ]{0,40}PRIVATE KEY",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Login();

    // What is a short number or a word of the protocol tells a channel, not a secret.
    [GeneratedRegex(
        "(?<before>[?&;][^=&;#]{0,100}=|^\\?(?=[^=&;#]*$))(?!(\\d{1,2}|true|false|on|off|unicast|multicast|onvif)($|[&;#]))[^&;#]+",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Parameter();
}
