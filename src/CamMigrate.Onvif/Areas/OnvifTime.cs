using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Xml.Linq;
using CamMigrate.Core.Errors;
using CamMigrate.Core.Planning;
using CamMigrate.Core.Profiles;
using CamMigrate.Core.Reading;
using CamMigrate.Http;
using CamMigrate.Onvif.Soap;
using static CamMigrate.Onvif.Soap.OnvifNames;

namespace CamMigrate.Onvif.Areas;

/// <summary>Clock, zone and time servers.</summary>
internal static class OnvifTime
{
    // Seen in recordings where nothing is set.
    private static readonly string[] NoServer = ["0.0.0.0", "::", "NTP", "255.255.255.255"];

    private static readonly FrozenDictionary<string, SetDateTimeType> Modes = new Dictionary<string, SetDateTimeType>
    {
        ["NTP"] = SetDateTimeType.Ntp,
        ["Manual"] = SetDateTimeType.Manual,
    }.ToFrozenDictionary();

    /// <summary>Reads <c>tds:GetSystemDateAndTimeResponse</c> and <c>tds:GetNTPResponse</c>.</summary>
    internal static TimeSettings ParseCurrent(XElement? dateTime, XElement? ntp) =>
        Parse(dateTime.Node(), ntp.Node(), new ReadingNotes());

    /// <summary>Takes <c>tds:GetSystemDateAndTimeResponse</c> and <c>tds:GetNTPResponse</c>.</summary>
    internal static TimeSettings Parse(AnswerNode? dateTime, AnswerNode? ntp, ReadingNotes notes)
    {
        var clock = dateTime.At("SystemDateAndTime");
        clock.Ignore(IgnoreRule.Derived, "DaylightSavings");
        foreach (var moment in new[] { clock.At("UTCDateTime"), clock.At("LocalDateTime") })
        {
            moment.At("Time").Ignore(IgnoreRule.Clock, "Hour", "Minute", "Second");
            moment.At("Date").Ignore(IgnoreRule.Clock, "Year", "Month", "Day");
        }

        return new TimeSettings
        {
            Mode = clock.At("DateTimeType").Map(Modes, "time.mode", notes),
            PosixTimeZone = Zone(clock.At("TimeZone", "TZ"), notes),
            NtpServers = ntp.At("NTPInformation") is { } information ? Servers(information) : null,
        };
    }

    /// <summary>Reads what can be set, from <c>tds:GetServiceCapabilitiesResponse</c> and whether <c>GetNTP</c>
    /// answered.</summary>
    internal static TimeOptions ParseOptions(XElement? capabilities, XElement? ntp)
    {
        var servers = OnvifXml.Int(capabilities.At("Capabilities", "Network").AttributeText("NTP"));
        var hasNtp = ntp.At("NTPInformation") is not null || servers > 0;
        return new TimeOptions { HasNtp = hasNtp, MaxNtpServers = servers is > 0 and <= 64 ? servers : null };
    }

    /// <summary>The body of <c>tds:SetNTP</c>.</summary>
    internal static XElement SetNtp(ImmutableArray<string> servers) => new(Tds + "SetNTP",
        new XElement(Tds + "FromDHCP", "false"),
        servers.Select(server => new XElement(Tds + "NTPManual", Host(server))));

    /// <summary>The body of <c>tds:SetSystemDateAndTime</c>.</summary>
    /// <param name="mode">Who sets the clock.</param>
    /// <param name="zone">The zone as spelt; null = it is left out and stays.</param>
    /// <param name="hasDst">Whether the zone has summer time.</param>
    /// <param name="utc">The time to set; null = it is left out.</param>
    internal static XElement SetDateTime(SetDateTimeType mode, string? zone, bool hasDst, DateTimeOffset? utc) =>
        new(Tds + "SetSystemDateAndTime",
            new XElement(Tds + "DateTimeType", mode == SetDateTimeType.Ntp ? "NTP" : "Manual"),
            new XElement(Tds + "DaylightSavings", hasDst ? "true" : "false"),
            zone is null ? null : new XElement(Tds + "TimeZone", new XElement(Tt + "TZ", zone)),
            utc is { } time ? new XElement(Tds + "UTCDateTime", Moment(time.UtcDateTime)) : null);

    /// <summary>The spellings of a zone, in the order to try them: cameras refuse some. The last one has lost its
    /// summer time.</summary>
    internal static IReadOnlyList<string> Spellings(PosixTimeZone zone)
    {
        if (zone.Dst is not { } dst) return [zone.ToString(), $"{zone.StandardName}{Clock(-zone.Offset, "0")}"];
        var days = (string hours) => $"{Day(dst.Start, hours)},{Day(dst.End, hours)}";
        var standard = $"{zone.StandardName}{Clock(-zone.Offset, "0")}";
        var summer = dst.Saving == TimeSpan.FromHours(1) ? "" : Clock(-(zone.Offset + dst.Saving), "0");
        return
        [
            zone.ToString(),
            $"{standard}{zone.DstName}{summer},{days("0")}",
            // Hikvision's own: the figure after the name is the saving, not the offset.
            $"{standard}DST{Clock(dst.Saving, "00")},{days("00")}",
            (zone with { Dst = null }).ToString(),
        ];
    }

    private static string? Zone(AnswerNode? node, ReadingNotes notes)
    {
        if (node.Peek() is not { } text) return null;
        if (PosixTimeZone.Parse(text) is not null) return node.Text();
        node.Because("the time zone is not understood");
        notes.Warn("time.posixTimeZone", $"the time zone '{Printable.Clip(text)}' is not understood; it is left out.");
        return null;
    }

    private static ImmutableArray<string> Servers(AnswerNode information)
    {
        var isLeased = information.At("FromDHCP").PeekBool() == true;
        if (isLeased) information.At("FromDHCP").Because("the profile names time servers, not that they are leased");
        else information.At("FromDHCP").Ignore(IgnoreRule.NotInForce);
        // Leased servers are not set by hand: the list of those set is empty then.
        var other = isLeased ? "NTPManual" : "NTPFromDHCP";
        foreach (var server in information.Children(other))
            server.Ignore(IgnoreRule.NotInForce, "Type", "IPv4Address", "IPv6Address", "DNSname");
        return isLeased
            ? []
            : [.. information.Children("NTPManual").Select(Server).OfType<string>().Distinct(StringComparer.Ordinal)];
    }

    private static string? Server(AnswerNode host)
    {
        var candidates = host.At("Type").Peek() switch
        {
            "DNS" => (string[])["DNSname", "IPv4Address", "IPv6Address"],
            "IPv6" => ["IPv6Address", "IPv4Address", "DNSname"],
            _ => ["IPv4Address", "DNSname", "IPv6Address"],
        };
        host.At("Type").Ignore(IgnoreRule.Derived);
        string? chosen = null;
        foreach (var node in candidates.Select(name => host.At(name)))
        {
            if (node.Peek() is not { Length: <= 253 } text) continue;
            if (NoServer.Contains(text, StringComparer.OrdinalIgnoreCase)) node.Ignore(IgnoreRule.Unset);
            else if (chosen is null) chosen = node.Text();
            else node.Ignore(IgnoreRule.NotInForce);
        }

        return chosen;
    }

    private static XElement[] Host(string server)
    {
        var (type, name) = IPAddress.TryParse(server, out var address)
            ? address.AddressFamily == AddressFamily.InterNetworkV6 ? ("IPv6", "IPv6Address") : ("IPv4", "IPv4Address")
            : ("DNS", "DNSname");
        return [new XElement(Tt + "Type", type), new XElement(Tt + name, server)];
    }

    private static XElement[] Moment(DateTime utc) =>
    [
        new(Tt + "Time", Part("Hour", utc.Hour), Part("Minute", utc.Minute), Part("Second", utc.Second)),
        new(Tt + "Date", Part("Year", utc.Year), Part("Month", utc.Month), Part("Day", utc.Day)),
    ];

    private static XElement Part(string name, int value) => new(Tt + name, value);

    private static string Day(DstDate date, string hours) =>
        string.Create(CultureInfo.InvariantCulture, $"M{date.Month}.{date.Week}.{date.Day}/") + Clock(date.Time, hours);

    private static string Clock(TimeSpan value, string hours) =>
        (value < TimeSpan.Zero ? "-" : "")
        + Math.Abs((int)value.TotalHours).ToString(hours, CultureInfo.InvariantCulture)
        + string.Create(CultureInfo.InvariantCulture, $":{Math.Abs(value.Minutes):00}:{Math.Abs(value.Seconds):00}");
}
