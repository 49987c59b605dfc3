using System.Collections.Immutable;
using System.Xml.Linq;
using CamMigrate.Core.Errors;
using CamMigrate.Core.Planning;
using CamMigrate.Core.Ports;
using CamMigrate.Core.Profiles;
using CamMigrate.Http;
using CamMigrate.Onvif.Areas;
using CamMigrate.Onvif.Reading;
using CamMigrate.Onvif.Soap;

namespace CamMigrate.Onvif.Writing;

/// <summary>Writes the clock: the time by hand first, then the servers, then the change to them.</summary>
internal static class TimeSteps
{
    private const string Area = "time";

    internal static IEnumerable<WriteStep> Build(
        OnvifServices services, Func<OnvifSnapshot> snapshot, TimeSettings want, ChangedPaths changed)
    {
        var (isClock, isMode, isZone) =
            (changed.Has("time.clock"), changed.Has("time.mode"), changed.Has("time.posixTimeZone"));
        var now = OnvifTime.ParseCurrent(snapshot().DateTime, snapshot().Ntp);
        var mode = (isMode ? want.Mode : null) ?? now.Mode ?? SetDateTimeType.Manual;
        var zone = isZone ? PosixTimeZone.Parse(want.PosixTimeZone) : null;
        if (isClock)
        {
            ImmutableArray<string> paths =
                ["time.clock", .. Path(isZone, "time.posixTimeZone"),
                .. Path(isMode && mode == SetDateTimeType.Manual, "time.mode")];
            yield return Step(services, snapshot, SetDateTimeType.Manual, zone, TimeSpan.Zero, paths);
        }

        if (changed.Has("time.ntpServers") && want.NtpServers is { } servers)
        {
            yield return new WriteStep(Area, $"tds:SetNTP {string.Join(' ', servers)}", ["time.ntpServers"],
                token => services.Device.SetNTPAsync(OnvifTime.SetNtp(servers), token));
        }

        if (isClock ? mode == SetDateTimeType.Ntp : isMode || isZone)
        {
            ImmutableArray<string> paths =
                [.. Path(isMode, "time.mode"), .. Path(isZone && !isClock, "time.posixTimeZone")];
            yield return Step(services, snapshot, mode, zone, mode == SetDateTimeType.Manual
                ? services.Session.ClockOffset : null, paths);
        }
    }

    private static WriteStep Step(
        OnvifServices services, Func<OnvifSnapshot> snapshot, SetDateTimeType mode, PosixTimeZone? zone,
            TimeSpan? offset, ImmutableArray<string> paths) =>
        new(Area, $"tds:SetSystemDateAndTime {mode}", paths, token =>
            WriteAsync(services, snapshot(), mode, zone, offset, token));

    /// <summary>Tries the spellings of a zone, each only after the camera refused the one before: a refusal has changed
    /// nothing.</summary>
    private static async Task WriteAsync(
        OnvifServices services, OnvifSnapshot snapshot, SetDateTimeType mode, PosixTimeZone? zone, TimeSpan? offset,
            CancellationToken cancellationToken)
    {
        var clock = snapshot.DateTime.At("SystemDateAndTime");
        if (zone is null)
        {
            await SendAsync(clock.At("TimeZone", "TZ").AsText(), clock.At("DaylightSavings").AsBool() ?? false);
            return;
        }

        var spellings = OnvifTime.Spellings(zone);
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                await SendAsync(spellings[attempt], zone.Dst is not null
                    && PosixTimeZone.Parse(spellings[attempt])?.Dst is not null);
                return;
            }
            catch (CameraException e)
                when (e.IsAboutValue() && attempt < spellings.Count - 1)
            {
                // The next spelling; what is kept is told by reading back.
            }
        }

        Task<XElement> SendAsync(string? spelling, bool hasDst)
        {
            var utc = offset is { } o ? services.Session.Now + o : (DateTimeOffset?)null;
            return services.Device.SetSystemDateAndTimeAsync(
                OnvifTime.SetDateTime(mode, spelling, hasDst, utc), cancellationToken);
        }
    }

    private static IEnumerable<string> Path(bool isChanged, string path) => isChanged ? [path] : [];
}
