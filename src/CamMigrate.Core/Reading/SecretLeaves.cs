using System.Text.RegularExpressions;

namespace CamMigrate.Core.Reading;

/// <summary>
/// Which values are secrets, by name: they leave the reader nowhere, not even into a list of what was left.
/// </summary>
public static partial class SecretLeaves
{
    private static readonly string[] Parts =
        [
            "password", "passwd", "passphrase", "verificationcode", "community", "secret", "salt", "privatekey",
            "sharedkey", "psk"
        ];

    /// <summary>Whether a value is an address with user and password in it, whatever the field is called.</summary>
    /// <param name="value">The value.</param>
    public static bool HoldsLogin(string? value) => value is not null && LoginInAddress().IsMatch(value);

    /// <summary>Whether a field holds a secret, by its name.</summary>
    /// <param name="name">The field.</param>
    public static bool IsSecret(string name) =>
        Parts.Any(part => name.Contains(part, StringComparison.OrdinalIgnoreCase))
            || name.EndsWith("key", StringComparison.OrdinalIgnoreCase);

    // As user:password@host, and as a parameter of the address: cameras write their own password into addresses they give.
    [GeneratedRegex(
        @"://[^/?#\s]*:[^/?#\s]*@|(password|passwd|passwort|pwd|pass)=[^&;\s]",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex LoginInAddress();
}
