using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using CamMigrate.Core.Profiles.Yaml;

namespace CamMigrate.Core.Profiles.Validation;

/// <summary>
/// Addresses are whole addresses of the right family: "10.1" or "http://host" would be written to a camera as they are.
/// </summary>
internal static partial class AddressRule
{
    /// <summary>Checks one value.</summary>
    /// <param name="visit">The value.</param>
    /// <param name="problems">Where problems go.</param>
    public static void Check(ProfileVisit visit, ProblemList problems)
    {
        if (visit.Value is not YamlScalar { Value: not null } scalar) return;
        if (Problem(visit, scalar.Text) is { } problem)
            problems.Add(visit.Path, scalar.Place, $"{YamlText.Show(scalar.Text)} is {problem}.");
    }

    private static string? Problem(ProfileVisit visit, string text) => (visit.Parent?.Key, visit.Key) switch
    {
        ("ipv4", "address" or "gateway") => IsV4(text) ? null : "no IPv4 address such as 192.0.2.31",
        ("ipv6", "address" or "gateway") => IsV6(text) ? null : "no IPv6 address such as 2001:db8::31",
        ("multicast", "address") or ("dns", "dns") => IsV4(text) || IsV6(text) ? null : "no IP address",
        ("ntpServers", "ntpServers") =>
            IsV4(text) || IsV6(text) || IsHost(text) ? null : "neither a host name nor an IP address",
        ("network", "hostname") => text.Length == 0 || IsHost(text) ? null : "no host name",
        _ => null,
    };

    private static bool IsV4(string text) => DottedQuad().IsMatch(text);

    private static bool IsV6(string text) =>
        text.Contains(':', StringComparison.Ordinal) && !text.Contains('[', StringComparison.Ordinal)
        && IPAddress.TryParse(text, out var address) && address.AddressFamily == AddressFamily.InterNetworkV6;

    /// <summary>Four numbers that are no address are a misspelt address, not a name.</summary>
    private static bool IsHost(string text) =>
        text.Length <= 253 && HostName().IsMatch(text) && !OnlyDigits().IsMatch(text);

    [GeneratedRegex(@"^((25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])(\.|\z)){4}(?<!\.)\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex DottedQuad();

    [GeneratedRegex(@"^[A-Za-z0-9_]([A-Za-z0-9_-]{0,62})(\.[A-Za-z0-9_]([A-Za-z0-9_-]{0,62}))*\.?\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex HostName();

    [GeneratedRegex(@"^[0-9.]+\z", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex OnlyDigits();
}
