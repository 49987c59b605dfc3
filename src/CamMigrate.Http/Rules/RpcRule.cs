using System.Text.Json;
using System.Text.RegularExpressions;

namespace CamMigrate.Http.Rules;

/// <summary>Which call of Dahua's RPC2 only reads: what its body, parsed as JSON, names as method.</summary>
internal static partial class RpcRule
{
    private const string Login = "/RPC2_Login";
    private const string Call = "/RPC2";
    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 32, AllowDuplicateProperties = false };

    /// <summary>Whether a path is RPC2's.</summary>
    internal static bool Owns(string path) => path.Contains("RPC2", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a body calls a method that only reads, or ends and keeps the login.</summary>
    internal static bool Reads(string path, ReadOnlyMemory<byte> body) => Method(body) is { } method && path switch
    {
        Login => method == "global.login",
        Call => method is "global.keepAlive" or "global.logout" || Reading().IsMatch(method),
        _ => false,
    };

    /// <summary>The method; null = the body is no single call, or could be read in two ways.</summary>
    private static string? Method(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var json = JsonDocument.Parse(body, Strict);
            if (json.RootElement.ValueKind != JsonValueKind.Object) return null;
            var named = json.RootElement.EnumerateObject()
                .Where(p => p.Name.Trim().Equals("method", StringComparison.OrdinalIgnoreCase)).ToList();
            return named is [{ Name: "method", Value: { ValueKind: JsonValueKind.String } method }]
                ? method.GetString()
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    // configManager.getConfig, magicBox.listMethod. A call that makes an object ("getInstance") is none of them.
    [GeneratedRegex(
        @"^[A-Za-z][A-Za-z0-9_]*(\.[A-Za-z][A-Za-z0-9_]*)*\.(get|list)(?![A-Za-z0-9]*Instance)[A-Z][A-Za-z0-9]*\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Reading();
}
