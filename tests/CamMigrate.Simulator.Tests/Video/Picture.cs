using System.Globalization;
using CamMigrate.Simulator.Video.Clips;

namespace CamMigrate.Simulator.Tests.Video;

/// <summary>A decoded picture, three bytes (red, green, blue) per pixel.</summary>
internal sealed class Picture(byte[] pixels, int width, int height)
{
    private readonly float[] lightness =
        [.. Enumerable.Range(0, width * height).Select(at => LightOf(pixels.AsSpan(at * 3)))];

    public int Width => width;

    public int Height => height;

    /// <summary>The first picture that a viewer of an RTSP stream decodes.</summary>
    public static async Task<Picture> FromRtspAsync(string url, int width, int height)
    {
        var (output, errors) = await Tool.RunAsync("ffmpeg", "-v", "error", "-nostdin", "-rtsp_transport", "tcp",
            "-i", url, "-frames:v", "1", "-f", "rawvideo", "-pix_fmt", "rgb24", "pipe:1");
        Assert.That(output, Has.Length.EqualTo(width * height * 3), errors);
        return new Picture(output, width, height);
    }

    /// <summary>Pictures of a clip, decoded by ffmpeg.</summary>
    public static async Task<Picture[]> OfAsync(EncodedClip clip, params int[] frames)
    {
        var file = Path.Combine(Studio.NewFolder(), "clip.bin");
        await using (var stream = File.Create(file))
        {
            foreach (var nal in clip.Pictures.SelectMany(picture => picture.Nals))
            {
                await stream.WriteAsync(new byte[] { 0, 0, 0, 1 });
                await stream.WriteAsync(nal);
            }
        }

        var wanted = string.Join(
            '+', frames.Select(frame => string.Create(CultureInfo.InvariantCulture, $"eq(n,{frame})")));
        var (output, errors) = await Tool.RunAsync("ffmpeg", "-v", "error", "-nostdin",
            "-f", clip.Encoding == "H265" ? "hevc" : "h264", "-i", file, "-vf", $"select='{wanted}'",
            "-fps_mode", "passthrough", "-f", "rawvideo", "-pix_fmt", "rgb24", "pipe:1");
        Assert.That(errors, Is.Empty);
        return [.. output.Chunk(clip.Width * clip.Height * 3).Select(one => new Picture(one, clip.Width, clip.Height))];
    }

    public (int Red, int Green, int Blue) At(int x, int y)
    {
        var at = ((y * width) + x) * 3;
        return (pixels[at], pixels[at + 1], pixels[at + 2]);
    }

    public double Light(int x, int y) => lightness[(y * width) + x];

    /// <summary>Mean and standard deviation of the lightness in an area, grey levels.</summary>
    public (double Mean, double Deviation) Measure(int left, int top, int right, int bottom)
    {
        var (sum, squares, count) = (0.0, 0.0, 0);
        for (var y = top; y < bottom; y++)
        {
            for (var x = left; x < right; x++)
            {
                var light = Light(x, y);
                (sum, squares, count) = (sum + light, squares + (light * light), count + 1);
            }
        }

        return (sum / count, Math.Sqrt(Math.Max(0, (squares / count) - (sum / count * (sum / count)))));
    }

    public (double Mean, double Deviation) Measure() => Measure(0, 0, width, height);

    /// <summary>Mean difference of lightness to another picture of the same size, after moving each pixel.</summary>
    public double DifferenceTo(Picture other, Func<int, int, (int X, int Y)> move)
    {
        var sum = 0.0;
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++)
            {
                var (otherX, otherY) = move(x, y);
                sum += Math.Abs(Light(x, y) - other.Light(otherX, otherY));
            }
        }

        return sum / (width * height);
    }

    /// <summary>The smallest upright area that holds every clearly different pixel; null when there is none.</summary>
    public (int Left, int Top, int Right, int Bottom)? ChangesTo(Picture other)
    {
        var changed = from y in Enumerable.Range(0, height)
                      from x in Enumerable.Range(0, width)
                      where Math.Abs(Light(x, y) - other.Light(x, y)) > 60
                      select (x, y);
        var places = changed.ToList();
        return places.Count == 0 ? null
            : (places.Min(p => p.x), places.Min(p => p.y), places.Max(p => p.x), places.Max(p => p.y));
    }

    private static float LightOf(ReadOnlySpan<byte> pixel) =>
        (0.299f * pixel[0]) + (0.587f * pixel[1]) + (0.114f * pixel[2]);
}
