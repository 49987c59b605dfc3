using System.Collections.Immutable;
using System.Globalization;
using CamMigrate.Simulator.Video.Scenes;

namespace CamMigrate.Simulator.Video.Clips;

/// <summary>
/// The ffmpeg filters that make a camera's picture: scene, movers, rotation, mirror, imaging, then masks, then
/// overlays, in the order in which a camera draws them.
/// </summary>
internal sealed class FilterGraph(VideoSettings settings, SceneFiles scene, string font, DateTimeOffset clockStart)
{
    private readonly int frames = EncodedClip.LengthFor(settings);
    private readonly List<string> inputs = [];
    private readonly List<string> chains = [];
    private string filters = "";

    private bool IsBlank => settings.Fault is "black" or "grey";

    private bool IsFrozen => settings.Fault is "frozen";

    private string Frame => IsFrozen ? "0" : "n";

    private (int Width, int Height) Seen =>
        settings.Rotation is 90 or 270 ? (settings.Height, settings.Width) : (settings.Width, settings.Height);

    /// <summary>Writes what the filters read into a folder and returns ffmpeg's inputs and filters.</summary>
    public async Task<ImmutableArray<string>> WriteAsync(string folder, CancellationToken cancellationToken)
    {
        AddScene();
        AddOrientation();
        AddImaging();
        AddRectangles();
        await AddPolygonsAsync(folder, cancellationToken);
        await AddTextsAsync(folder, cancellationToken);
        chains.Add(filters + ",format=yuv420p[out]");
        return [.. inputs, "-filter_complex", string.Join(';', chains), "-map", "[out]"];
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private int AddInput(params ReadOnlySpan<string> arguments)
    {
        foreach (var argument in arguments)
            inputs.Add(argument);
        return inputs.Count(argument => argument == "-i") - 1;
    }

    private void AddScene()
    {
        var rate = FrameRatio.From(settings.FrameRate).ToString();
        AddInput("-framerate", rate, "-i", scene.Background);
        filters = Text($"[0:v]scale={settings.Width}:{settings.Height}:flags=area,format=yuv420p,loop=-1:1:0,setpts=N");
        if (IsBlank)
            filters += $",drawbox=x=0:y=0:w=iw:h=ih:t=fill:color={(settings.Fault == "black" ? "black" : "0x808080")}";
        else
            AddMovers(rate);
    }

    private void AddMovers(string rate)
    {
        foreach (var mover in scene.Movers)
        {
            var input = AddInput("-framerate", rate, "-i", scene.PathOf(mover));
            var way = Text($"mod({Frame}/{frames}*{mover.Rounds}+{mover.Start:0.####}+1,1)");
            chains.Add(Text($"[{input}:v]scale='max(2,iw*{settings.Width}/{StreetScene.Width})'")
                + Text($":'max(2,ih*{settings.Height}/{StreetScene.Height})'[over{input}]"));
            LayOver(input, Text($"[over{input}]"), Text($"x='{way}*(W+w)-w':y='H*{mover.Top}/{StreetScene.Height}'"));
        }
    }

    private void LayOver(int input, string picture, string place)
    {
        chains.Add(Text($"{filters}[under{input}]"));
        filters = Text($"[under{input}]{picture}overlay={place}");
    }

    private void AddOrientation()
    {
        filters += settings.Rotation switch
        {
            90 => ",transpose=clock",
            180 => ",hflip,vflip",
            270 => ",transpose=cclock",
            _ => "",
        };
        if (settings.Mirror)
            filters += ",hflip";
    }

    /// <summary>
    /// Brightness and saturation, and what keeps a healthy picture alive everywhere: slow light and sensor noise.
    /// </summary>
    private void AddImaging()
    {
        if (IsBlank)
            return;
        var brightness = Text($"{(settings.Brightness - 50) * 0.005:0.####}");
        var light = Text($"{brightness}+0.012*cos(2*PI*{Frame}/{frames})");
        filters += Text($",eq=brightness='{light}':saturation={settings.Saturation / 50:0.####}");
        filters += IsFrozen ? ":eval=init" : ":eval=frame";
        if (!IsFrozen)
            filters += ",noise=c0s=4:c0f=t:all_seed=7";
    }

    private void AddRectangles()
    {
        foreach (var mask in settings.Masks.Where(MaskPolygon.IsRectangle))
        {
            var corners = MaskPolygon.Corners(mask);
            var x1 = WireGeometry.X(settings.Frame, corners[0].X, "iw");
            var x2 = WireGeometry.X(settings.Frame, corners[2].X, "iw");
            var y1 = WireGeometry.Y(settings.Frame, corners[0].Y, "ih");
            var y2 = WireGeometry.Y(settings.Frame, corners[2].Y, "ih");
            // Both edges are rounded to whole pixels, then subtracted; a width of 0 would mean the whole picture to
            // drawbox.
            filters += $",drawbox=x='round(min({x1},{x2}))':y='round(min({y1},{y2}))'"
                + $":w='max(1,abs(round({x2})-round({x1})))':h='max(1,abs(round({y2})-round({y1})))'"
                + $":t=fill:color=0x{MaskColor.Of(mask)}";
        }
    }

    private async Task AddPolygonsAsync(string folder, CancellationToken cancellationToken)
    {
        var (width, height) = Seen;
        var polygons = settings.Masks.Where(mask => !MaskPolygon.IsRectangle(mask)).ToList();
        if (polygons.Count == 0)
            return;
        var picture = new byte[width * height * 4];
        foreach (var mask in polygons)
            MaskPolygon.Fill(picture, width, height, mask, settings.Frame);
        await File.WriteAllBytesAsync(Path.Combine(folder, "masks.rgba"), picture, cancellationToken);
        var input = AddInput(
            "-f", "rawvideo", "-framerate", FrameRatio.From(settings.FrameRate).ToString(), "-pixel_format", "rgba",
            "-video_size", Text($"{width}x{height}"), "-i", "masks.rgba");
        LayOver(input, Text($"[{input}:v]"), "x=0:y=0");
    }

    private async Task AddTextsAsync(string folder, CancellationToken cancellationToken)
    {
        var (width, height) = Seen;
        var size = Math.Max(10, Math.Min(width, height) / 24);
        var drawn = settings.Texts.Where(DrawnText.IsVisible).ToList();
        for (var at = 0; at < drawn.Count; at++)
        {
            // Files beside ffmpeg's working folder need no escaping inside the filter, whatever the text or the
            // platform's paths.
            var text = drawn[at];
            var file = Path.Combine(folder, Text($"text{at}.txt"));
            await File.WriteAllTextAsync(file, DrawnText.Of(text, clockStart), cancellationToken);
            filters += Text($",drawtext=fontfile=font.ttf:textfile=text{at}.txt:fontsize={size}:fontcolor=white")
                + Text($":borderw={Math.Max(1, size / 14)}:bordercolor=black")
                + $":x='{WireGeometry.X(settings.Frame, text.Position.X, "w")}'"
                + $":y='{WireGeometry.Y(settings.Frame, text.Position.Y, "h")}'"
                + $":expansion={(text.ClockFormat is null ? "none" : "normal")}";
        }

        if (drawn.Count > 0)
            File.Copy(font, Path.Combine(folder, "font.ttf"));
    }
}
