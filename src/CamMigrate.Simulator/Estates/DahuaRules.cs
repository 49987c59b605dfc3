using static System.FormattableString;

namespace CamMigrate.Simulator.Estates;

/// <summary>What the Dahua part of an estate must hold.</summary>
internal static class DahuaRules
{
    private static readonly HashSet<string> Refusals =
        ["badRequest", "forbidden", "empty", "errorText", "notFound", "dropped"];

    public static IEnumerable<string> ProblemsOf(DahuaSpec? camera)
    {
        if (camera is null) yield break;
        foreach (var (name, how) in camera.Refusals.Where(pair => !Refusals.Contains(pair.Value)))
            yield return $"refusals['{name}']: '{how}' is not one of {string.Join(", ", Refusals)}";
        if (camera.Unknown is { } unknown && !Refusals.Contains(unknown))
            yield return $"unknown: '{unknown}' is not one of {string.Join(", ", Refusals)}";
        if (camera.LineEnd is not (null or "CRLF" or "LF")) yield return "lineEnd: CRLF or LF";
        if (camera.Charset is not (null or "utf-8" or "gbk")) yield return "charset: utf-8 or gbk";
        if (camera.Encryption is not ("Default" or "Basic" or "Plain"))
            yield return "encryption: Default, Basic or Plain";
        if (camera.CapsFrom is not (0 or 1)) yield return "capsFrom: 0 or 1";
        if (camera.Time.DstStart.Length != 4 || camera.Time.DstEnd.Length != 4)
            yield return "time.dstStart, dstEnd: [month, week, day, hour]";
        if (camera.Holidays.Any(day => day.X is < 1 or > 12 || day.Y is < 1 or > 31))
            yield return "holidays: [month, day]";
        for (var i = 0; i < camera.Channels.Length; i++)
        {
            foreach (var problem in ProblemsOf(camera.Channels[i]))
                yield return Invariant($"channels[{i + 1}].{problem}");
        }
    }

    private static IEnumerable<string> ProblemsOf(DahuaChannel channel)
    {
        if (channel.Streams.Length is 0 or > 4) yield return "streams: one to four";
        foreach (var stream in channel.Streams.Where(stream => stream.Codec is not ("H.264" or "H.265" or "MJPG")))
            yield return $"streams: codec '{stream.Codec}' is not H.264, H.265 or MJPG";
        if (channel.Rotate90 is < 0 or > 2) yield return "rotate90: 0, 1 or 2";
        if (channel.Profiles.Mode is not (0 or 1 or 2 or 4)) yield return "profiles.mode: 0, 1, 2 or 4";
        if (channel.Profiles.Profile is not ("day" or "night" or "normal"))
            yield return "profiles.profile: day, night or normal";
        if (channel.Motion.Bits is not (null or "leftmost" or "rightmost"))
            yield return "motion.bits: leftmost or rightmost";
        if (channel.Motion.Windows.SelectMany(window => window.Cells).Any(row => row.Length != 22))
            yield return "motion.windows: each row of cells has 22";
    }
}
