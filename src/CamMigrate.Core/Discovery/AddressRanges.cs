using System.Collections.Immutable;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using CamMigrate.Core.Errors;

namespace CamMigrate.Core.Discovery;

/// <summary>Address ranges as a person writes them.</summary>
public static class AddressRanges
{
    /// <summary>Most addresses looked at in one run: a /16.</summary>
    public const int Most = 65_536;

    /// <summary>Reads ranges: <c>192.0.2.0/24</c>, <c>192.0.2.7</c>, <c>192.0.2.10-192.0.2.40</c> or
    /// <c>192.0.2.10-40</c>.</summary>
    /// <param name="ranges">The ranges.</param>
    /// <returns>Their addresses in order, each once; a subnet without its own and its broadcast address.</returns>
    /// <exception cref="UsageException">One is no range, or they are too many addresses.</exception>
    public static ImmutableArray<IPAddress> Parse(IEnumerable<string> ranges)
    {
        ArgumentNullException.ThrowIfNull(ranges);
        var spans = ranges.Select(Span).ToList();
        var total = spans.Sum(s => (long)s.Last - s.First + 1);
        if (total > Most)
        {
            throw new UsageException(string.Create(CultureInfo.InvariantCulture,
                $"{total} addresses are too many: at most {Most} (a /16) are looked at in one run. Give smaller ranges."));
        }

        return [.. spans.SelectMany(Numbers).Distinct().Order().Select(Ipv4.Address)];
    }

    private static IEnumerable<uint> Numbers((uint First, uint Last) span)
    {
        for (long number = span.First; number <= span.Last; number++) yield return (uint)number;
    }

    private static (uint First, uint Last) Span(string text)
    {
        var trimmed = text.Trim();
        if (trimmed.Split('/') is [var network, var prefix]) return Subnet(text, network, prefix);
        if (trimmed.Split('-') is [var from, var to])
        {
            var first = Number(text, from);
            var last = Number(text, to.Contains('.', StringComparison.Ordinal) ? to : from[..(from.LastIndexOf('.') + 1)] + to);
            return first <= last ? (first, last) : throw Wrong(text);
        }

        var only = Number(text, trimmed);
        return (only, only);
    }

    private static (uint First, uint Last) Subnet(string text, string network, string prefix)
    {
        if (!int.TryParse(prefix, NumberStyles.None, CultureInfo.InvariantCulture, out var length) || length > 32)
            throw Wrong(text);
        var first = Number(text, network) & Ipv4.Mask(length);
        var last = first | ~Ipv4.Mask(length);
        return length >= 31 ? (first, last) : (first + 1, last - 1);
    }

    private static uint Number(string text, string address) =>
        address.Split('.').Length == 4 && IPAddress.TryParse(address, out var ip)
            && ip.AddressFamily == AddressFamily.InterNetwork ? Ipv4.Number(ip) : throw Wrong(text);

    private static UsageException Wrong(string text) =>
        new($"'{text}' is no range of IPv4 addresses. Write 192.0.2.0/24, 192.0.2.7 or 192.0.2.10-40.");
}
