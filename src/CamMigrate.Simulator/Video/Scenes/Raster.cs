using System.Globalization;
using System.Text;

namespace CamMigrate.Simulator.Video.Scenes;

/// <summary>A picture in memory, red, green, blue and opacity per pixel, top row first.</summary>
internal sealed class Raster(int width, int height)
{
    private readonly byte[] pixels = new byte[width * height * 4];

    /// <summary>Pixels in a row.</summary>
    public int Width => width;

    /// <summary>Rows.</summary>
    public int Height => height;

    /// <summary>Sets one pixel; colours are cut to 8..247 so that brightness has room on both sides.</summary>
    public void Set(int x, int y, Tint tint, float grain, byte opacity)
    {
        var at = ((y * width) + x) * 4;
        pixels[at] = Cut(tint.Red + grain);
        pixels[at + 1] = Cut(tint.Green + grain);
        pixels[at + 2] = Cut(tint.Blue + grain);
        pixels[at + 3] = opacity;
    }

    /// <summary>Writes the picture as PAM (portable arbitrary map), which carries its own size and opacity.</summary>
    public void WritePam(string file)
    {
        using var stream = File.Create(file);
        var header = string.Create(CultureInfo.InvariantCulture,
            $"P7\nWIDTH {width}\nHEIGHT {height}\nDEPTH 4\nMAXVAL 255\nTUPLTYPE RGB_ALPHA\nENDHDR\n");
        stream.Write(Encoding.ASCII.GetBytes(header));
        stream.Write(pixels);
    }

    private static byte Cut(float value) => (byte)Math.Clamp(value, 8, 247);
}
