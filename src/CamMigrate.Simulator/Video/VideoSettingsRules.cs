using System.Security.Cryptography;
using System.Text.Json;

namespace CamMigrate.Simulator.Video;

/// <summary>What settings must be to be encoded, and the name under which equal settings share a clip.</summary>
internal static class VideoSettingsRules
{
    /// <summary>Raised when encoding changes, so that clips of older versions are not served.</summary>
    private const string Format = "clip1";

    /// <summary>Refuses what no virtual camera can stream.</summary>
    /// <exception cref="ArgumentException">A size, rate or coordinate outside the bounds; the message names
    /// it.</exception>
    public static void Check(VideoSettings settings)
    {
        Require(settings.Width is >= 32 and <= 2560 && settings.Width % 2 == 0, "width: even, 32 to 2560");
        Require(settings.Height is >= 32 and <= 2560 && settings.Height % 2 == 0, "height: even, 32 to 2560");
        Require((long)settings.Width * settings.Height <= 2560 * 1440, "width x height: at most 2560 x 1440");
        Require(settings.Encoding is "H264" or "H265", "encoding: H264 or H265");
        Require(settings.FrameRate is >= 1 and <= 60, "frame rate: 1 to 60");
        Require(settings.Bitrate is >= 16 and <= 32_768, "bitrate: 16 to 32768 kbps");
        Require(settings.GovLength is >= 1 and <= 1000, "gov length: 1 to 1000");
        Require(settings.Rotation is 0 or 90 or 180 or 270, "rotation: 0, 90, 180 or 270");
        Require(settings.Brightness is >= 0 and <= 100, "brightness: 0 to 100");
        Require(settings.Saturation is >= 0 and <= 100, "saturation: 0 to 100");
        Require(settings.Fault is null or "black" or "grey" or "frozen", "fault: black, grey or frozen");
        CheckGeometry(settings);
    }

    /// <summary>The same text for equal settings, another one for different settings; usable as a file name.</summary>
    public static string KeyOf(VideoSettings settings, DateTimeOffset clockStart)
    {
        var clocks = settings.Texts.Any(text => text.ClockFormat is not null) ? clockStart.ToUnixTimeSeconds() : 0;
        var hash = new byte[32];
        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        digest.AppendData(JsonSerializer.SerializeToUtf8Bytes(settings));
        digest.AppendData(BitConverter.GetBytes(clocks));
        digest.GetHashAndReset(hash);
        return $"{Format}-{Convert.ToHexStringLower(hash.AsSpan(0, 12))}";
    }

    private static void CheckGeometry(VideoSettings settings)
    {
        var frame = settings.Frame;
        Require(Finite(frame.Left, frame.Right, frame.Bottom, frame.Top), "frame: finite numbers");
        Require(frame.Left != frame.Right && frame.Bottom != frame.Top, "frame: a width and a height");
        Require(settings.Masks.Length <= 64, "masks: at most 64");
        Require(settings.Masks.All(mask => mask.Points.Length <= 64), "mask: at most 64 corners");
        Require(settings.Masks.SelectMany(mask => mask.Points).All(point => Finite(point.X, point.Y)),
            "mask: finite numbers");
        Require(settings.Texts.Length <= 32, "overlays: at most 32");
        Require(settings.Texts.All(text => Finite(text.Position.X, text.Position.Y)), "overlay: finite numbers");
        Require(settings.Texts.All(text => text.Text.Length + (text.ClockFormat?.Length ?? 0) <= 1024),
            "overlay: at most 1024 characters");
    }

    private static bool Finite(params ReadOnlySpan<double> numbers)
    {
        foreach (var number in numbers)
        {
            if (!double.IsFinite(number) || Math.Abs(number) > 1e9)
                return false;
        }

        return true;
    }

    private static void Require(bool holds, string rule)
    {
        if (!holds)
            throw new ArgumentException($"Video settings: {rule}.");
    }
}
