using System.Collections.Immutable;
using System.Globalization;
using CamMigrate.Core.Ports;
using CamMigrate.Core.Profiles;

namespace CamMigrate.Core.Planning.Areas;

/// <summary>Compares clock, zone and time servers.</summary>
internal static class TimeArea
{
    private static readonly TimeSpan ClockTolerance = TimeSpan.FromSeconds(5);

    internal static TimeSettings Compare(
        TimeSettings want, TimeSettings? have, TimeOptions options, TimeSpan? clockOffset, Comparison c)
    {
        Clock(want, clockOffset, c);
        if (want.TimeZone is { } iana)
        {
            c.NotSupported("timeZone", iana, null, want.PosixTimeZone is null
                ? "give the zone as posixTimeZone: a camera takes rules, not names"
                : "posixTimeZone says the same and is used");
        }

        return new TimeSettings
        {
            Mode = Mode(want, have, options, c),
            PosixTimeZone = Zone(want.PosixTimeZone, have?.PosixTimeZone, c),
            NtpServers = Servers(want.NtpServers, have?.NtpServers, options, c),
        };
    }

    private static SetDateTimeType? Mode(TimeSettings want, TimeSettings? have, TimeOptions options, Comparison c) =>
        c.Value("mode", want.Mode, have?.Mode,
            options.HasNtp ? [SetDateTimeType.Manual, SetDateTimeType.Ntp] : [SetDateTimeType.Manual]);

    private static string? Zone(string? want, string? have, Comparison c)
    {
        if (want is null) return null;
        if (PosixTimeZone.Parse(want) is not { } zone)
        {
            c.NotSupported("posixTimeZone", want, have, "the rule cannot be understood");
            return null;
        }

        return c.Settle("posixTimeZone", want, zone.ToString(), have, zone.Equals(PosixTimeZone.Parse(have)), false, null);
    }

    private static ImmutableArray<string>? Servers(
        ImmutableArray<string>? want, ImmutableArray<string>? have, TimeOptions options, Comparison c)
    {
        if (want is not { } wanted) return null;
        if (!options.HasNtp)
        {
            c.NotSupported("ntpServers", wanted, have, Comparison.NotOffered);
            return null;
        }

        var most = options.MaxNtpServers ?? wanted.Length;
        var planned = wanted.Length > most ? wanted[..most] : wanted;
        var reason = planned.Length < wanted.Length
            ? string.Create(CultureInfo.InvariantCulture, $"the camera takes {most} time server(s)")
            : null;
        return c.Settle<ImmutableArray<string>>("ntpServers", wanted, planned, have,
            planned.SequenceEqual(have ?? [], StringComparer.OrdinalIgnoreCase), reason is not null, reason, null);
    }

    /// <summary>A clock that no server sets is set from this computer's.</summary>
    private static void Clock(TimeSettings want, TimeSpan? offset, Comparison c)
    {
        if (offset is not { } off || off.Duration() <= ClockTolerance) return;
        var seconds = Math.Round(off.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        if (want.Mode == SetDateTimeType.Manual)
            c.Settle("clock", "this computer's time", "this computer's time", $"{seconds} s off", false, false, null);
        else
            c.Note("clock", FindingSeverity.Warning, $"the camera's clock is {seconds} s off; its time server is expected to set it");
    }
}
