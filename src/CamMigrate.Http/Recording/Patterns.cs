using System.Net;
using System.Text.RegularExpressions;

namespace CamMigrate.Http.Recording;

/// <summary>What is known by its form, wherever it stands in a value.</summary>
internal static partial class Patterns
{
    /// <summary>Addresses, host names of URLs, MACs and UUIDs in a value, as they are spelled there.</summary>
    /// <param name="value">What it says.</param>
    internal static IEnumerable<(string Text, OriginalKind Kind)> In(string value)
    {
        if (value.Length < 7) yield break;
        foreach (var address in Of(Ipv4(), value).Where(IsTelling)) yield return (address, OriginalKind.Ipv4);
        foreach (var mac in Of(Mac(), value).Where(m => !IsBlank(m))) yield return (mac, OriginalKind.Mac);
        foreach (var uuid in Of(Uuid(), value).Where(u => !IsBlank(u))) yield return (uuid, OriginalKind.Serial);
        foreach (var mail in Of(Email(), value)) yield return (mail, OriginalKind.Email);
        foreach (var host in Of(UrlHost(), value))
            if (!Vocabulary.IsOfProtocol(host) && !IPAddress.TryParse(host, out _) && host.Any(char.IsLetter))
                yield return (host, OriginalKind.Host);
        foreach (var address in Of(Ipv6(), value))
            if (address.Count(ch => ch == ':') >= 2 && IPAddress.TryParse(address, out var ip) && IsTelling(ip))
                yield return (address, OriginalKind.Ipv6);
        foreach (
            var part in Of(ScopePart(), value).Select(Uri.UnescapeDataString).Where(p => !Vocabulary.IsOfAnyCamera(p)))
            yield return (part, OriginalKind.Name);
    }

    /// <summary>Twelve hexadecimal digits of a value that is called a MAC; null = it is none.</summary>
    internal static string? BareMac(string name, string value) =>
        name.Contains("mac", StringComparison.OrdinalIgnoreCase) && TwelveDigits().IsMatch(value) && !IsBlank(value)
            ? value : null;

    private static IEnumerable<string> Of(Regex pattern, string value) =>
        pattern.Matches(value).Select(m => m.Groups["it"].Value).Distinct(StringComparer.Ordinal);

    // Masks, "any" and multicast groups say nothing about a site.
    private static bool IsTelling(string ipv4) =>
        IPAddress.TryParse(ipv4, out var ip) && ip.GetAddressBytes() is var b
        && b[0] is not (0 or 255 or (>= 224 and < 240)) && ipv4 is not "127.0.0.1";

    private static bool IsTelling(IPAddress ip) =>
        ip.AddressFamily == System.Net.Sockets.AddressFamily.InterNetworkV6
        && !ip.Equals(IPAddress.IPv6Any) && !ip.Equals(IPAddress.IPv6Loopback) && !ip.IsIPv6Multicast
        && ip.GetAddressBytes()[8..].Any(b => b != 0);

    private static bool IsBlank(string number) => number.Where(char.IsAsciiHexDigit).Distinct().Count() < 2;

    [GeneratedRegex(
        @"(?<![\d.])(?<it>((25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)\.){3}(25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d))(?!\d|\.\d)",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Ipv4();

    [GeneratedRegex(
        @"(?<![0-9A-Fa-f:])(?<it>([0-9A-Fa-f]{2}[:-]){5}[0-9A-Fa-f]{2})(?![0-9A-Fa-f]|[:-][0-9A-Fa-f])",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Mac();

    [GeneratedRegex("^[0-9A-Fa-f]{12}$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex TwelveDigits();

    [GeneratedRegex(
        "(?<it>[0-9A-Fa-f]{8}-([0-9A-Fa-f]{4}-){3}[0-9A-Fa-f]{12})",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Uuid();

    [GeneratedRegex(
        @"(?<![A-Za-z0-9._%+/:-])(?<it>[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,63}(\.[A-Za-z0-9-]{1,63})+)",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Email();

    [GeneratedRegex(
        @"[A-Za-z][A-Za-z0-9+.-]{0,20}://([^/?#\s@]{0,200}@)?(?<it>[A-Za-z0-9_][A-Za-z0-9_.-]{0,252})",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex UrlHost();

    [GeneratedRegex(
        @"(?<![0-9A-Za-z:])(?<it>[0-9A-Fa-f]{0,4}:[0-9A-Fa-f:]{2,38})(?![0-9A-Za-z:])",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Ipv6();

    [GeneratedRegex(
        @"onvif://www\.onvif\.org/(name|location(/[a-z]+(?=/))?)/(?<it>[^\s/]{1,200})",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex ScopePart();
}
