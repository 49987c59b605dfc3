using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.RegularExpressions;
using CamMigrate.Core.Errors;
using CamMigrate.Core.Planning;
using CamMigrate.Core.Profiles;
using CamMigrate.Core.Reading;
using CamMigrate.Http;

namespace CamMigrate.Adapters.Hikvision;

/// <summary>Clock and time servers: <c>GET /ISAPI/System/time</c> and <c>/System/time/ntpServers</c>.</summary>
internal static partial class HikvisionTime
{
    private const int NtpPort = 123;

    private static readonly FrozenDictionary<string, SetDateTimeType> Modes = new Dictionary<string, SetDateTimeType>
    {
        ["NTP"] = SetDateTimeType.Ntp,
        ["manual"] = SetDateTimeType.Manual,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    internal static TimeSettings? Parse(AnswerNode? time, AnswerNode? servers, ReadingNotes notes)
    {
        if (time is null && servers is null) return null;
        time.Ignore(IgnoreRule.Clock, "localTime", "isSummerTime");
        time.Ignore(IgnoreRule.Derived, "windowsZone");
        return new TimeSettings
        {
            Mode = time.At("timeMode").Map(Modes, "time.mode", notes),
            PosixTimeZone = Zone(time.At("timeZone"), notes),
            TimeZone = Iana(time.At("IANA")),
            NtpServers = servers is null ? null : Servers(servers, notes),
        };
    }

    /// <summary>The letters are always CST, whatever the zone: only offset and rule mean something.</summary>
    private static string? Zone(AnswerNode? node, ReadingNotes notes)
    {
        if (node.Peek() is not { } text) return null;
        if (PosixTimeZone.Parse(text) is not { } zone)
        {
            node.Because("the time zone is not understood");
            notes.Warn(
                "time.posixTimeZone", $"the time zone '{Printable.Clip(text)}' is not understood; it is left out.");
            return null;
        }

        node.Taken();
        return new PosixTimeZone(zone.Offset, zone.Dst).ToString();
    }

    private static string? Iana(AnswerNode? node) =>
        node.Peek() is { } zone && zone.Contains('/', StringComparison.Ordinal) ? node.Text() : null;

    private static ImmutableArray<string> Servers(AnswerNode root, ReadingNotes notes)
    {
        var list = root.Name.Equals("NTPServer", StringComparison.OrdinalIgnoreCase) ? [root]
            : root.Children("NTPServer");
        return [.. list.Select(s => Server(s, notes)).OfType<string>()];
    }

    private static string? Server(AnswerNode server, ReadingNotes notes)
    {
        server.At("id").Ignore(IgnoreRule.Identity);
        var port = server.At("portNo");
        if (port.PeekInt() is { } number && number != NtpPort)
            notes.Warn(
                "time.ntpServers",
                FormattableString.Invariant($"a time server is asked on port {number}; ONVIF knows only {NtpPort}."));
        else
            port.Ignore(IgnoreRule.FactoryDefault);
        var format = server.At("addressingFormatType").Text();
        var isName = format is null
            ? HikvisionNetwork.IsUnset(server.At("ipAddress").Peek()) && HikvisionNetwork.IsUnset(server.At("ipv6Address").Peek())
            : format.Equals("hostname", StringComparison.OrdinalIgnoreCase);
        // Only the element that the format names is meaningful; the other keeps what was typed once.
        server.Ignore(IgnoreRule.NotInForce, isName ? ["ipAddress", "ipv6Address"] : ["hostName"]);
        if (!isName) return HikvisionNetwork.Address(server.At("ipAddress"))
            ?? HikvisionNetwork.Address(server.At("ipv6Address"));
        var host = server.At("hostName");
        if (host.Peek() is { Length: <= 253 } name && HostName().IsMatch(name) && name.Any(char.IsAsciiLetter))
            return host.Text();
        host.Because("not a host name");
        return HikvisionNetwork.Address(host);
    }

    [GeneratedRegex(@"^[A-Za-z0-9_][A-Za-z0-9_-]{0,62}(\.[A-Za-z0-9_][A-Za-z0-9_-]{0,62})*\.?\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex HostName();
}
