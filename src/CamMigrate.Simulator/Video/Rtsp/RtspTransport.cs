using System.Globalization;

namespace CamMigrate.Simulator.Video.Rtsp;

/// <summary>The Transport header of SETUP.</summary>
internal static class RtspTransport
{
    /// <summary>
    /// The channel a viewer asks its RTP on, 0 when it names none; null when it offers no interleaved TCP.
    /// </summary>
    public static byte? ChannelOf(string header)
    {
        var offer = header.Split(',').FirstOrDefault(one =>
            one.Trim().StartsWith("RTP/AVP/TCP", StringComparison.OrdinalIgnoreCase)
            && !one.Contains("multicast", StringComparison.OrdinalIgnoreCase));
        if (offer is null)
            return null;
        var wish = offer.Split(';', StringSplitOptions.TrimEntries)
            .FirstOrDefault(part => part.StartsWith("interleaved=", StringComparison.OrdinalIgnoreCase));
        var number = wish?["interleaved=".Length..].Split('-')[0];
        return byte.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var channel)
            && channel < 255 ? channel : (byte)0;
    }
}
