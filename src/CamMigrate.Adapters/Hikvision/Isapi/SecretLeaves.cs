namespace CamMigrate.Adapters.Hikvision.Isapi;

/// <summary>Which values are secrets, by name: they leave this folder nowhere, not even into a list of what was left.</summary>
internal static class SecretLeaves
{
    private static readonly string[] Parts =
        ["password", "passwd", "passphrase", "verificationcode", "community", "secret", "salt", "privatekey", "sharedkey", "psk"];

    internal static bool IsSecret(string name) =>
        Parts.Any(part => name.Contains(part, StringComparison.OrdinalIgnoreCase)) || name.EndsWith("key", StringComparison.OrdinalIgnoreCase);
}
