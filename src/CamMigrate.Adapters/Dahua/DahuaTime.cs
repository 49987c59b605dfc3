using System.Collections.Immutable;
using System.Text.RegularExpressions;
using CamMigrate.Core.Errors;
using CamMigrate.Core.Planning;
using CamMigrate.Core.Profiles;
using CamMigrate.Core.Reading;

namespace CamMigrate.Adapters.Dahua;

/// <summary>Clock: zone and time servers in the table <c>NTP</c>, summer time in <c>Locales</c>.</summary>
internal static partial class DahuaTime
{
    private const int NtpPort = 123;
    private static readonly string[] DateParts = ["Month", "Week", "Day", "Hour", "Minute"];

    // Minutes ahead of UTC by index of the zone; the index is a bare offset.
    private static readonly int[] Offsets =
    [
        0, 60, 120, 180, 210, 240, 270, 300, 330, 345, 360, 390, 420, 480, 540, 570, 600, 660, 720, 780,
        -60, -120, -180, -210, -240, -300, -360, -420, -480, -540, -600, -660, -720,
    ];

    internal static TimeSettings? Parse(AnswerNode? ntp, AnswerNode? locales, ReadingNotes notes)
    {
        if (ntp is null && locales is null) return null;
        var index = ntp.At("TimeZone");
        var offset = Offset(index, notes);
        var zone = Zone(offset, locales, notes);
        if (zone is not null) index.Taken();
        else
            index.Because(offset is null ? "the offset behind this index is not known"
                : "without its summer time the zone would be wrong for half of the year");
        return new TimeSettings
        {
            Mode = ntp.At("Enable").Bool() switch
            {
                true => SetDateTimeType.Ntp,
                false => SetDateTimeType.Manual,
                null => null,
            },
            PosixTimeZone = zone,
            TimeZone = Iana(ntp.At("TimeZoneDesc"), offset, notes),
            NtpServers = ntp is null ? null : Servers(ntp, notes),
        };
    }

    private static TimeSpan? Offset(AnswerNode? index, ReadingNotes notes)
    {
        if (index.Peek() is null) return null;
        if (index.PeekInt() is >= 0 and var known && known < Offsets.Length)
            return TimeSpan.FromMinutes(Offsets[known]);
        notes.Warn(
            "time.posixTimeZone",
            $"nobody knows the offset of time zone '{Printable.Clip(index.Peek())}' of this maker; it is left out.");
        return null;
    }

    private static string? Zone(TimeSpan? offset, AnswerNode? locales, ReadingNotes notes)
    {
        var (start, end) = (locales.At("DSTStart"), locales.At("DSTEnd"));
        // Of a rule by week the year is that of the last change, sometimes of years ago.
        start.At("Year").Ignore(IgnoreRule.Derived);
        end.At("Year").Ignore(IgnoreRule.Derived);
        var hasDst = locales.At("DSTEnable").Bool() is true;
        if (!hasDst)
        {
            start.Ignore(IgnoreRule.NotInForce, DateParts);
            end.Ignore(IgnoreRule.NotInForce, DateParts);
        }

        if (offset is not { } standard) return null;
        if (!hasDst) return new PosixTimeZone(standard, null).ToString();
        if (Day(start) is { } from && Day(end) is { } to)
        {
            foreach (var part in DateParts)
            {
                start.At(part).Taken();
                end.At(part).Taken();
            }

            return new PosixTimeZone(standard, new DstRule(TimeSpan.FromHours(1), from, to)).ToString();
        }

        notes.Warn(
            "time.posixTimeZone",
            "summer time begins or ends on a day of the month, not of a week; no such rule can be carried. "
                + "Set the time zone of the new camera by hand.");
        start.BecauseAll("a day of the month, which no time zone rule of ONVIF has");
        end.BecauseAll("a day of the month, which no time zone rule of ONVIF has");
        return null;
    }

    /// <summary>Week 1 to 4, or -1 for the last; 0 says that the day is one of the month.</summary>
    private static DstDate? Day(AnswerNode? date) =>
        date.At("Month").PeekInt() is >= 1 and <= 12 and var month
            && date.At("Day").PeekInt() is >= 0 and <= 6 and var day
        && date.At("Week").PeekInt() is (-1 or (>= 1 and <= 5)) and var week
        && date.At("Hour").PeekInt() is >= 0 and <= 24 and var hour
            && (date.At("Minute").PeekInt() ?? 0) is >= 0 and <= 59 and var minute
            ? new DstDate(month, week == -1 ? 5 : week, day, new TimeSpan(hour, minute, 0)) : null;

    /// <summary>The description is free text, on newer recorders a zone by its name.</summary>
    private static string? Iana(AnswerNode? node, TimeSpan? offset, ReadingNotes notes)
    {
        if (node.Peek() is not { } text || !ZoneName().IsMatch(text) || offset is null)
        {
            node.Ignore(IgnoreRule.Derived);
            return null;
        }

        if (TimeZoneInfo.TryFindSystemTimeZoneById(text, out var zone)
            && zone.BaseUtcOffset == offset) return node.Text();
        node.Because("the name of the zone does not agree with its offset");
        notes.Warn(
            "time.timeZone",
            $"the zone '{Printable.Clip(text)}' does not agree with the offset set; the offset is carried.");
        return null;
    }

    private static ImmutableArray<string> Servers(AnswerNode ntp, ReadingNotes notes)
    {
        var list = ntp.At("ServerList");
        if (list.Items().All(s => s.Node.At("Address").Peek() is null))
            return Server(ntp, notes) is { } only ? [only] : [];
        var servers = ImmutableArray.CreateBuilder<string>();
        // The list repeats the server; where it does not, both are asked.
        if (list.Items().Any(s => s.Node.At("Address").Peek() == ntp.At("Address").Peek() && IsUsed(s.Node)))
            ntp.Ignore(DahuaRule.Repeated, "Address", "Port");
        else if (Server(ntp, notes) is { } main) servers.Add(main);
        foreach (var (_, server) in list.Items())
        {
            if (!IsUsed(server))
            {
                server.Ignore(IgnoreRule.NotInForce, "Enable", "Address", "Port");
                continue;
            }

            server.At("Enable").Taken();
            if (Server(server, notes) is { } address && !servers.Contains(address)) servers.Add(address);
        }

        return servers.ToImmutable();
    }

    private static bool IsUsed(AnswerNode server) => server.At("Enable").PeekBool() is not false;

    private static string? Server(AnswerNode node, ReadingNotes notes)
    {
        var port = node.At("Port");
        if (port.PeekInt() is { } number && number != NtpPort)
            notes.Warn(
                "time.ntpServers",
                FormattableString.Invariant($"a time server is asked on port {number}; ONVIF knows only {NtpPort}."));
        else
            port.Ignore(IgnoreRule.FactoryDefault);
        return DahuaNetwork.Host(node.At("Address"));
    }

    [GeneratedRegex(@"^[A-Z][A-Za-z]+(/[A-Za-z0-9_+-]+)+\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ZoneName();
}
