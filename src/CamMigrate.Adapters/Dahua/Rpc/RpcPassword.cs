using System.Security.Cryptography;
using System.Text;
using CamMigrate.Core.Ports;

namespace CamMigrate.Adapters.Dahua.Rpc;

/// <summary>The answer to the challenge of a login over RPC2.</summary>
internal static class RpcPassword
{
    /// <summary>Whether the answer to this kind of challenge lets the password be read by whoever listens.</summary>
    internal static bool IsReadable(string encryption) => encryption is "Basic" or "Plain";

    /// <summary>The value of <c>password</c> in the second request; null = a kind that is not known.</summary>
    /// <param name="encryption">Kind, as the device says.</param>
    /// <param name="realm">As the device says.</param>
    /// <param name="random">As the device says.</param>
    /// <param name="login">The login.</param>
    internal static string? Answer(string encryption, string realm, string random, Credential login)
    {
        var (user, password) = (login.UserName, login.Password.Reveal());
        return encryption switch
        {
            "Default" or "WatchNet" or "" => Hash($"{user}:{random}:{Hash($"{user}:{realm}:{password}")}"),
            "Basic" => Convert.ToBase64String(Encoding.UTF8.GetBytes($"{user}:{password}")),
            "Plain" => password,
            _ => null,
        };
    }

#pragma warning disable CA5351 // what the device asks for
    private static string Hash(string text) => Convert.ToHexString(MD5.HashData(Encoding.UTF8.GetBytes(text)));
#pragma warning restore CA5351
}
