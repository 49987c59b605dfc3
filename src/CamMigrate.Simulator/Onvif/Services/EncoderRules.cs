using System.Globalization;

namespace CamMigrate.Simulator.Onvif.Services;

/// <summary>What an encoder accepts, and what it makes of it without a word.</summary>
internal static class EncoderRules
{
    private static readonly string[] H265Profiles = ["Main"];

    public static IReadOnlyList<string> Profiles(OnvifDevice device, string encoding) =>
        encoding == "H265" ? H265Profiles : device.Limits.H264Profiles;

    /// <summary>Keeps a configuration.</summary>
    /// <exception cref="OnvifFault">A value is not among the options.</exception>
    public static void Keep(OnvifDevice device, OnvifEncoder current, OnvifEncoder wanted)
    {
        Check(device, current, wanted);
        // The options give a range only: the step and the cap show on reading back.
        var bitrate = Math.Min(wanted.Bitrate, device.Limits.BitrateCap ?? int.MaxValue);
        if (device.Limits.BitrateStep is var step and > 0)
            bitrate = Math.Max(step, bitrate / step * step);
        device.State = device.State with
        {
            Encoders = device.State.Encoders.Replace(current, wanted with { Bitrate = bitrate }),
        };
    }

    private static void Check(OnvifDevice device, OnvifEncoder current, OnvifEncoder wanted)
    {
        var limits = device.Limits;
        if (wanted.Encoding != "H264" && (wanted.Encoding != "H265" || !limits.H265))
            throw OnvifFault.Modify($"encoding '{wanted.Encoding}' is not offered");
        if (!device.Resolutions(current, wanted.Encoding).Contains((wanted.Width, wanted.Height)))
            throw OnvifFault.Modify(Text($"{wanted.Width}x{wanted.Height} is not offered with {wanted.Encoding}"));
        if (wanted.Bitrate < limits.MinBitrate || wanted.Bitrate > limits.MaxBitrate)
            throw OnvifFault.Modify(
                Text($"bitrate {wanted.Bitrate} is outside {limits.MinBitrate} to {limits.MaxBitrate}"));
        if (wanted.FrameRate < limits.FrameRates.Min() || wanted.FrameRate > limits.FrameRates.Max())
            throw OnvifFault.Modify(Text($"{wanted.FrameRate} frames per second are not offered"));
        if (wanted.GovLength < limits.MinGovLength || wanted.GovLength > limits.MaxGovLength)
            throw OnvifFault.Modify(
                Text($"GovLength {wanted.GovLength} is outside {limits.MinGovLength} to {limits.MaxGovLength}"));
        if (wanted.Quality < limits.MinQuality || wanted.Quality > limits.MaxQuality)
            throw OnvifFault.Modify(
                Text($"quality {wanted.Quality} is outside {limits.MinQuality} to {limits.MaxQuality}"));
        if (!Profiles(device, wanted.Encoding).Contains(wanted.Profile))
            throw OnvifFault.Modify($"profile '{wanted.Profile}' is not offered with {wanted.Encoding}");
        if (limits.CodecChangesAlone && wanted.Encoding != current.Encoding
            && (wanted.Width, wanted.Height) != (current.Width, current.Height))
            throw OnvifFault.Modify("codec and resolution do not change at once");
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
