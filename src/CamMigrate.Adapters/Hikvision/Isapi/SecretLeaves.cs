using System.Text.RegularExpressions;

namespace CamMigrate.Adapters.Hikvision.Isapi;

/// <summary>
/// Which values are secrets, by name: they leave this folder nowhere, not even into a list of what was left.
/// </summary>
internal static partial class SecretLeaves
{
    private static readonly string[] Parts =
        [
            "password", "passwd", "passphrase", "verificationcode", "community", "secret", "salt", "privatekey",
            "sharedkey", "psk"
        ];

    /// <summary>Whether a value is an address with user and password in it, whatever the field is called.</summary>
    internal static bool HoldsLogin(string? value) => value is not null && LoginInAddress().IsMatch(value);

    internal static bool IsSecret(string name) =>
        Parts.Any(part => name.Contains(part, StringComparison.OrdinalIgnoreCase))
            || name.EndsWith("key", StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex(@"://[^/?#\s]*:[^/?#\s]*@", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex LoginInAddress();
}
