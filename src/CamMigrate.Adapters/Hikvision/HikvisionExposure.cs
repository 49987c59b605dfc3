using System.Collections.Frozen;
using System.Globalization;
using CamMigrate.Core.Profiles;
using CamMigrate.Core.Reading;

namespace CamMigrate.Adapters.Hikvision;

/// <summary>
/// Exposure and white balance: the blocks <c>Exposure</c>, <c>Shutter</c>, <c>Gain</c>, <c>WhiteBalance</c> of
/// <c>/ISAPI/Image/channels/{n}</c>.
/// </summary>
internal static class HikvisionExposure
{
    private const double LongestSeconds = 600;

    private static readonly FrozenDictionary<string, AutoManual> Modes = new Dictionary<string, AutoManual>
    {
        ["auto"] = AutoManual.Auto,
        ["manual"] = AutoManual.Manual,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, AutoManual> Balances = new Dictionary<string, AutoManual>
    {
        ["auto"] = AutoManual.Auto,
        ["auto0"] = AutoManual.Auto,
        ["auto1"] = AutoManual.Auto,
        ["auto2"] = AutoManual.Auto,
        ["autoTrace"] = AutoManual.Auto,
        ["manual"] = AutoManual.Manual,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    internal static ExposureSettings? Parse(AnswerNode? image, string path, ReadingNotes notes)
    {
        var type = image.At("Exposure", "ExposureType");
        var (shutter, gain) = (image.At("Shutter"), image.At("Gain"));
        if (type is null && shutter is null && gain is null) return null;
        var mode = type.Map(Modes, path + ".exposure.mode", notes);
        // In a mode that gives one of the values priority nobody can tell which of them are limits.
        if (mode is null && type is not null) return null;
        var (level, longest, shortest) = (
            shutter.At("ShutterLevel"), shutter.At("maxShutterLevelLimit"), shutter.At("minShutterLevelLimit"));
        if (mode == AutoManual.Manual)
        {
            // whether the time is fixed then, or the longest of an automatic one, is written nowhere
            notes.Assume(path + ".exposure");
            longest.Ignore(IgnoreRule.NotInForce);
            shortest.Ignore(IgnoreRule.NotInForce);
            return new ExposureSettings
            {
                Mode = mode,
                ExposureTime = Microseconds(level),
                Gain = gain.At("GainLevel").Percent(),
            };
        }

        gain.At("GainLevel").Ignore(IgnoreRule.NotInForce);
        // With automatic exposure a single shutter value is the longest the camera will take.
        if (longest is not null) level.Ignore(IgnoreRule.NotInForce);
        else if (level is not null) notes.Assume(path + ".exposure.maxExposureTime");
        return new ExposureSettings
        {
            Mode = mode,
            MinExposureTime = Microseconds(shortest),
            MaxExposureTime = Microseconds(longest ?? level),
        };
    }

    internal static WhiteBalance? WhiteBalance(AnswerNode? block, string path, ReadingNotes notes)
    {
        if (block.At("WhiteBalanceStyle").Map(Balances, path + ".whiteBalance.mode", notes) is not { } mode)
            return null;
        var (red, blue) = (block.At("WhiteBalanceRed"), block.At("WhiteBalanceBlue"));
        if (mode == AutoManual.Manual)
            return new WhiteBalance { Mode = mode, CrGain = red.Percent(), CbGain = blue.Percent() };
        red.Ignore(IgnoreRule.NotInForce);
        blue.Ignore(IgnoreRule.NotInForce);
        return new WhiteBalance { Mode = mode };
    }

    /// <summary>From a fraction of a second, <c>1/25</c>, or whole seconds, <c>2</c>.</summary>
    private static double? Microseconds(AnswerNode? node)
    {
        var parts = node.Peek()?.Split('/');
        if (parts is not { Length: 1 or 2 }) return null;
        var numbers = parts.Select(Positive).ToArray();
        var seconds = numbers.Length == 1 ? numbers[0] : numbers[0] / numbers[1];
        if (!(seconds <= LongestSeconds)) return null;
        node.Taken();
        return Math.Round(seconds * 1_000_000, 3);
    }

    private static double Positive(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number > 0
            ? number
            : double.NaN;
}
