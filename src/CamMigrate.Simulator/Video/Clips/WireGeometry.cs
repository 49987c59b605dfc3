using System.Globalization;

namespace CamMigrate.Simulator.Video.Clips;

/// <summary>Writes wire numbers as ffmpeg expressions; ffmpeg does the arithmetic on the picture it has.</summary>
internal static class WireGeometry
{
    /// <summary>Pixels from the left edge of a picture <paramref name="width"/> wide (an ffmpeg variable).</summary>
    public static string X(WireFrame frame, double x, string width) =>
        $"(({Number(x)})-({Number(frame.Left)}))/(({Number(frame.Right)})-({Number(frame.Left)}))*{width}";

    /// <summary>Pixels from the top edge of a picture <paramref name="height"/> high (an ffmpeg variable).</summary>
    public static string Y(WireFrame frame, double y, string height) =>
        $"(({Number(frame.Top)})-({Number(y)}))/(({Number(frame.Top)})-({Number(frame.Bottom)}))*{height}";

    /// <summary>A number as ffmpeg reads it.</summary>
    public static string Number(double value) => value.ToString("0.############", CultureInfo.InvariantCulture);
}
