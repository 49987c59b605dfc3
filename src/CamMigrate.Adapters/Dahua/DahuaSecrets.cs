using CamMigrate.Core.Reading;

namespace CamMigrate.Adapters.Dahua;

/// <summary>
/// Secrets end where an answer becomes a tree: only that there is one goes further. An element of a list is as secret
/// as the list: <c>WLan.eth2.Keys[0]</c>.
/// </summary>
internal static class DahuaSecrets
{
    /// <summary>What stands in place of a secret; an empty one stays empty.</summary>
    internal const string Hidden = "******";

    private static readonly string[] Parts = ["pwd", "keys", "token", "readcommon", "writecommon"];

    /// <summary>Whether the values below a member are secrets, by its name.</summary>
    internal static bool IsSecret(string name) =>
        SecretLeaves.IsSecret(name) || Parts.Any(part => name.Contains(part, StringComparison.OrdinalIgnoreCase));
}
