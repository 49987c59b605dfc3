using System.Globalization;
using CamMigrate.Simulator.Tests.Video;
using CamMigrate.Testing;

namespace CamMigrate.Simulator.Tests;

/// <summary>Looks at a camera's stream with ffmpeg, after its snapshot said that the video is ready.</summary>
internal static class CameraPicture
{
    public static async Task<Picture> LookAsync(
        SimulatedCamera camera, string snapshot, string stream, int width, int height)
    {
        await SnapshotAsync(camera, snapshot);
        return await Picture.FromRtspAsync(Rtsp(camera, stream), width, height);
    }

    public static async Task SnapshotAsync(SimulatedCamera camera, string snapshot)
    {
        Video.Tool.Require();
        using var client = camera.CreateClient();
        var jpeg = await client.GetByteArrayAsync(new Uri(snapshot, UriKind.Relative));
        Assert.That(jpeg.Take(2), Is.EqualTo(new byte[] { 0xff, 0xd8 }), "a JPEG");
    }

    public static string Rtsp(SimulatedCamera camera, string path) => string.Create(
        CultureInfo.InvariantCulture,
        $"rtsp://{camera.Username}:{camera.Password}@{camera.Host}:{camera.RtspPort}/{path}");

    /// <summary>
    /// A mask over the pixels 160 to 320 across and 90 to 180 down: black within, four pixels of coding noise allowed,
    /// and the scene's detail around it.
    /// </summary>
    public static void AssertMask(Picture picture)
    {
        var (inside, insideDetail) = picture.Measure(164, 94, 316, 176);
        Assert.Multiple(() =>
        {
            Assert.That((inside, insideDetail), Is.EqualTo((0.0, 0.0)).Using<(double, double)>(
                (a, b) => Math.Abs(a.Item1 - b.Item1) < 8 && Math.Abs(a.Item2 - b.Item2) < 6), "black inside");
            Assert.That(picture.Measure(140, 94, 156, 176).Mean, Is.GreaterThan(25), "left of it");
            Assert.That(picture.Measure(324, 94, 340, 176).Mean, Is.GreaterThan(25), "right of it");
            Assert.That(picture.Measure(164, 70, 316, 86).Mean, Is.GreaterThan(25), "above it");
            Assert.That(picture.Measure(164, 184, 316, 200).Mean, Is.GreaterThan(25), "below it");
        });
    }

    /// <summary>Upper left corner of what is bright in an area that a mask made black.</summary>
    public static (int X, int Y) BrightCorner(Picture picture, int left, int top, int right, int bottom)
    {
        var bright = (
            from y in Enumerable.Range(top, bottom - top)
            from x in Enumerable.Range(left, right - left)
            where picture.Light(x, y) > 120
            select (x, y)).ToList();
        return bright.Count == 0 ? (-1, -1) : (bright.Min(p => p.x), bright.Min(p => p.y));
    }
}
