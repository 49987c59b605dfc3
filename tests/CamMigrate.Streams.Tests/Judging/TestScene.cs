using System.Collections.Immutable;
using CamMigrate.Core.Profiles;
using CamMigrate.Streams.Judging;

namespace CamMigrate.Streams.Tests.Judging;

/// <summary>
/// A street made of blocks and grain, known at every place, so that a picture of it can be taken from anywhere.
/// </summary>
internal sealed class TestScene
{
    private readonly (double Left, double Top, double Right, double Bottom, Rgb Color)[] blocks;
    private readonly double[] lattice = new double[4096];

    public TestScene(int seed)
    {
        var random = new Random(seed);
        for (var i = 0; i < lattice.Length; i++) lattice[i] = random.NextDouble();
        blocks = [.. Enumerable.Range(0, 60).Select(_ => Block(random))];
    }

    public Picture Take(
        int width = 480, int height = 270, double dx = 0, double dy = 0, double zoom = 1, double degrees = 0)
    {
        var rgb = new byte[width * height * 3];
        var (sin, cos) = Math.SinCos(degrees * Math.PI / 180);
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++)
            {
                var (u, v) = ((((x + 0.5) / width) - 0.5) / zoom, (((y + 0.5) / height) - 0.5) * 9 / 16 / zoom);
                var color = At((u * cos) - (v * sin) + 0.5 + dx, (((u * sin) + (v * cos)) * 16 / 9) + 0.5 + dy);
                var at = ((y * width) + x) * 3;
                (rgb[at], rgb[at + 1], rgb[at + 2]) = (Byte(color.R), Byte(color.G), Byte(color.B));
            }
        }

        return new Picture(width, height, rgb);
    }

    public static Picture Map(Picture picture, Func<double, double> change)
    {
        var rgb = new byte[picture.Rgb.Length];
        for (var i = 0; i < rgb.Length; i++) rgb[i] = Byte(change(picture.Rgb[i]));
        return picture with { Rgb = rgb };
    }

    public static Picture Noisy(Picture picture, double strength, int seed = 7)
    {
        var random = new Random(seed);
        return Map(picture, v => v + ((random.NextDouble() + random.NextDouble() - 1) * 2 * strength));
    }

    public static Picture Blurred(Picture picture, int radius)
    {
        var rgb = new byte[picture.Rgb.Length];
        for (var y = 0; y < picture.Height; y++)
        {
            for (var x = 0; x < picture.Width; x++)
            {
                for (var part = 0; part < 3; part++)
                    rgb[(((y * picture.Width) + x) * 3) + part] = Mean(picture, x, y, radius, part);
            }
        }

        return picture with { Rgb = rgb };
    }

    public static Picture Filled(Picture picture, ImmutableArray<Point> polygon, Rgb color)
    {
        var rgb = picture.Rgb.ToArray();
        for (var y = 0; y < picture.Height; y++)
        {
            for (var x = 0; x < picture.Width; x++)
            {
                var place = new Point((x + 0.5) / picture.Width, (y + 0.5) / picture.Height);
                if (!Core.Planning.Geometry.Contains(polygon, place)) continue;
                var at = ((y * picture.Width) + x) * 3;
                (rgb[at], rgb[at + 1], rgb[at + 2]) = (Byte(color.R), Byte(color.G), Byte(color.B));
            }
        }

        return picture with { Rgb = rgb };
    }

    public static ImmutableArray<Point> Box(double left, double top, double right, double bottom) =>
        [new(left, top), new(right, top), new(right, bottom), new(left, bottom)];

    private static byte Mean(Picture picture, int x, int y, int radius, int part)
    {
        var (sum, n) = (0, 0);
        for (var v = Math.Max(0, y - radius); v <= Math.Min(picture.Height - 1, y + radius); v++)
        {
            for (var u = Math.Max(0, x - radius); u <= Math.Min(picture.Width - 1, x + radius); u++)
            {
                sum += picture.Rgb[(((v * picture.Width) + u) * 3) + part];
                n++;
            }
        }

        return (byte)(sum / n);
    }

    private static (double Left, double Top, double Right, double Bottom, Rgb Color) Block(Random random)
    {
        var (left, top) = ((random.NextDouble() * 1.4) - 0.2, (random.NextDouble() * 1.4) - 0.2);
        var color = new Rgb(random.Next(30, 225), random.Next(30, 225), random.Next(30, 225));
        return (left, top, left + 0.03 + (random.NextDouble() * 0.2), top + 0.05 + (random.NextDouble() * 0.3), color);
    }

    private static byte Byte(double value) => (byte)Math.Clamp(value, 0, 255);

    private Rgb At(double x, double y)
    {
        var color = new Rgb(120, 130, 140);
        foreach (ref readonly var b in blocks.AsSpan())
        {
            if (x < b.Left || x >= b.Right || y < b.Top || y >= b.Bottom) continue;
            color = b.Color;
            break;
        }

        var grain = (40 * (Noise(x * 40, y * 22) - 0.5)) + (30 * (Noise((x * 120) + 50, (y * 68) + 50) - 0.5));
        return new Rgb(color.R + grain, color.G + grain, color.B + grain);
    }

    private double Noise(double x, double y)
    {
        var (i, j) = ((int)Math.Floor(x), (int)Math.Floor(y));
        var (u, v) = (x - i, y - j);
        double Value(int a, int b) => lattice[((a * 73) + (b * 151)) & 4095];
        var top = Value(i, j) + ((Value(i + 1, j) - Value(i, j)) * u);
        var bottom = Value(i, j + 1) + ((Value(i + 1, j + 1) - Value(i, j + 1)) * u);
        return top + ((bottom - top) * v);
    }
}
