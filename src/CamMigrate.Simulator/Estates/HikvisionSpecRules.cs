using System.Text.RegularExpressions;
using static System.FormattableString;

namespace CamMigrate.Simulator.Estates;

/// <summary>What the settings of a virtual Hikvision must hold beyond their spelling.</summary>
internal static partial class HikvisionSpecRules
{
    private static readonly HashSet<string> Refusals =
        ["notSupport", "lowPrivilege", "notFound", "badRequest", "error", "dropped", "failingOk"];

    private static readonly HashSet<string> Says = ["true", "false", "absent"];

    private static readonly HashSet<string> Devices = ["IPCamera", "IPDome", "NVR", "DVR"];

    public static IEnumerable<string> ProblemsOf(HikvisionSpec? camera)
    {
        if (camera is null) yield break;
        foreach (var (path, how) in camera.Refusals.Where(pair => !Refusals.Contains(pair.Value)))
            yield return $"refusals['{path}']: '{how}' is not one of {string.Join(", ", Refusals)}";
        if (!Refusals.Contains(camera.Unknown))
            yield return $"unknown: '{camera.Unknown}' is not one of {string.Join(", ", Refusals)}";
        foreach (var (flag, says) in camera.Advertises.Where(pair => !Says.Contains(pair.Value)))
            yield return $"advertises['{flag}']: '{says}' is not one of {string.Join(", ", Says)}";
        if (!Devices.Contains(camera.DeviceType))
            yield return $"deviceType: '{camera.DeviceType}' is not one of {string.Join(", ", Devices)}";
        if (camera.TriggersRoot is not ("EventTriggerList" or "EventNotification"))
            yield return $"triggersRoot: '{camera.TriggersRoot}' is not EventTriggerList or EventNotification";
        if (camera.Prefix.Length == 0 || !camera.Prefix.All(char.IsAsciiLetterOrDigit))
            yield return $"prefix: '{camera.Prefix}' is not letters and digits";
        foreach (var channel in camera.Channels)
        {
            if (channel.Proxied is not null && camera.DeviceType is not ("NVR" or "DVR"))
                yield return Invariant($"channels[{channel.Number}].proxied: only a recorder (deviceType NVR or DVR)");
            foreach (var span in channel.Events.SelectMany(item => item.Armed ?? []).Where(span => !IsSpan(span)))
                yield return Invariant($"channels[{channel.Number}].events: '{span}' is not as '1-5 08:00-18:00'");
            foreach (var stream in channel.Streams)
            {
                if (stream.Codec is not ("H.264" or "H.265" or "MJPEG"))
                    yield return Invariant(
                        $"channels[{channel.Number}].streams[{stream.Number}].codec: H.264, H.265 or MJPEG");
            }

            if (channel.Motion.Cells.Any(row => row.Length != 22))
                yield return Invariant($"channels[{channel.Number}].motion.cells: each row has 22 cells");
            if (channel.Masks.Regions.Any(mask => mask.Points.Length < 3))
                yield return Invariant($"channels[{channel.Number}].masks.regions: a mask has at least 3 points");
        }
    }

    private static bool IsSpan(string text) => Span().IsMatch(text);

    [GeneratedRegex(@"^([1-7](-[1-7])? )?[0-2][0-9]:[0-5][0-9]-[0-2][0-9]:[0-5][0-9]$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Span();
}
