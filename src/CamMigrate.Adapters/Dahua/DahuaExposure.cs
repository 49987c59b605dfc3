using System.Collections.Frozen;
using CamMigrate.Core.Profiles;
using CamMigrate.Core.Reading;

namespace CamMigrate.Adapters.Dahua;

/// <summary>
/// Shutter and mains frequency: <c>VideoInExposure[ch][p]</c>, before it the same values of <c>VideoInOptions</c>.
/// </summary>
internal static class DahuaExposure
{
    // 0 automatic, 2 gain first, 3 exposure first.
    private static readonly FrozenDictionary<string, AutoManual> Modes = new Dictionary<string, AutoManual>
    {
        ["0"] = AutoManual.Auto,
        ["1"] = AutoManual.Auto,
        ["2"] = AutoManual.Auto,
        ["3"] = AutoManual.Auto,
        ["4"] = AutoManual.Manual,
    }.ToFrozenDictionary();

    /// <summary>Of a row of the newer table.</summary>
    internal static ExposureSettings? Parse(AnswerNode? row, string path, ReadingNotes notes)
    {
        if (row is null) return null;
        var mode = row.At("Mode").Map(Modes, path + ".exposure.mode", notes);
        row.At("Speed").Ignore(IgnoreRule.Derived);
        return Times(row.At("Value1"), row.At("Value2"), mode, null);
    }

    /// <summary>Of a row of the older table.</summary>
    /// <param name="row">The row.</param>
    /// <param name="steps">Steps of the shutter (<c>caps.Exposure</c>); null = unknown.</param>
    /// <param name="path">The setting.</param>
    /// <param name="notes">Takes findings.</param>
    internal static ExposureSettings? ParseOld(AnswerNode row, int? steps, string path, ReadingNotes notes)
    {
        var speed = row.At("ExposureSpeed");
        var mode = row.At("ExposureMode").Map(Modes, path + ".exposure.mode", notes);
        var (first, second) = (row.At("ExposureValue1"), row.At("ExposureValue2"));
        // 0 automatic, up to n-1 a step of a list that no table tells, n automatic within limits, n+1 by hand.
        if (speed.PeekInt() is > 0 and var step && mode != AutoManual.Manual)
        {
            if (steps == step) speed.Taken();
            else if (steps + 1 == step) (mode, _) = (AutoManual.Manual, speed.Int());
            else
            {
                speed.Because("a step of a list of shutter times that the camera does not tell");
                return new ExposureSettings { Mode = AutoManual.Manual, Gain = Gain(row) };
            }
        }
        else
        {
            speed.Ignore(IgnoreRule.Derived);
        }

        return Times(first, second, mode, Gain(row));
    }

    /// <summary>50 or 60 Hz; outdoors none.</summary>
    internal static int? PowerLine(AnswerNode? node)
    {
        if (node.PeekInt() == 0) node.Ignore(IgnoreRule.Unset);
        return node.PeekInt() is 1 or 2 ? node.Int() == 1 ? 50 : 60 : null;
    }

    private static double? Gain(AnswerNode row)
    {
        if (row.At("GainAuto").Bool() is false) return row.At("Gain").Percent();
        row.At("Gain").Ignore(IgnoreRule.NotInForce);
        return null;
    }

    /// <summary>Milliseconds: both limits of the automatic, or twice the time set by hand. 0 = no limit.</summary>
    private static ExposureSettings? Times(AnswerNode? first, AnswerNode? second, AutoManual? mode, double? gain)
    {
        if (mode is null && first is null && second is null && gain is null) return null;
        foreach (var node in new[] { first, second })
            if (node.PeekNumber() is 0) node.Ignore(IgnoreRule.Unset);
        if (mode == AutoManual.Manual)
        {
            var time = Micro(first);
            if (second.Peek() == first.Peek()) second.Ignore(DahuaRule.Repeated);
            return new ExposureSettings { Mode = mode, ExposureTime = time, Gain = gain };
        }

        return new ExposureSettings
        {
            Mode = mode,
            MinExposureTime = Micro(first),
            MaxExposureTime = Micro(second),
            Gain = gain,
        };
    }

    private static double? Micro(AnswerNode? node) =>
        node.PeekNumber() is > 0 ? node.Number(0, 600_000) is { } ms ? Math.Round(ms * 1000, 3) : null : null;
}
