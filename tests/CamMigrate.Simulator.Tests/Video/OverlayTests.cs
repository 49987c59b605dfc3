using CamMigrate.Simulator.Video;

namespace CamMigrate.Simulator.Tests.Video;

[TestFixture, Category("Ffmpeg"), Parallelizable(ParallelScope.All)]
internal sealed class OverlayTests
{
    /// <summary>A grey picture: every change is the overlay's.</summary>
    private static readonly VideoSettings Blank = Studio.Small with { Fault = "grey", Frame = Studio.Isapi };

    [Test]
    public async Task Text_IsapiPosition_BeginsThere()
    {
        // x: 352 / 704 * 640 = 320; y: (576 - 144) / 576 * 360 = 270. A letter is at most 360 / 24 = 15 pixels high.
        var (left, top, right, bottom) = await DrawnAsync("NORTH GATE");

        Assert.That(left, Is.InRange(318, 324));
        Assert.That(top, Is.InRange(267, 273));
        Assert.That(right, Is.GreaterThan(400));
        Assert.That(bottom, Is.LessThan(290));
    }

    // The same letters in an order that means nothing to ffmpeg are as wide: so the text was drawn, not interpreted.
    [TestCase("%{pts}", "}stp{%")]
    [TestCase("%{localtime}", "}emitlacol{%")]
    [TestCase("it's 'a' \"b\"", "\"b\" 'a' s'ti")]
    [TestCase(@"C:\n\t:50%", @"%50:t\n\:C")]
    [TestCase("a:b,c;d[e]=f", "f=]e[d;c,b:a")]
    [TestCase("50%% %H", "H% %%05")]
    public async Task Text_Hostile_IsDrawnLiterally(string text, string harmless)
    {
        var drawn = await DrawnAsync(text);
        var expected = await DrawnAsync(harmless);

        Assert.That(drawn.Right - drawn.Left, Is.EqualTo(expected.Right - expected.Left).Within(5));
    }

    [TestCase("one\ntwo")]
    [TestCase("one\r\n\0two")]
    public async Task Text_LineBreak_StaysOnOneLine(string text)
    {
        var drawn = await DrawnAsync(text);

        Assert.That(drawn.Bottom - drawn.Top, Is.LessThan(20));
        Assert.That(drawn.Right - drawn.Left, Is.GreaterThan((await DrawnAsync("one")).Right - 320 + 20));
    }

    [TestCase("")]
    [TestCase(" \n ")]
    public async Task Text_Blank_DrawsNothing(string text)
    {
        var pictures = await FramesAsync(new WireText(new(352, 144), text));

        Assert.That(pictures[0].Measure().Deviation, Is.LessThan(1));
    }

    [TestCase("%H:%M:%S")]
    [TestCase("%Y-%m-%d %H:%M:%S")]
    [TestCase("%d/%m '%y' {%T} \\ %S")]
    public async Task Clock_Pattern_Ticks(string pattern)
    {
        // 25 frames are one second: the last digit changes between frame 10 and frame 35, nothing else does.
        var pictures = await FramesAsync(new WireText(new(352, 144), "", pattern), 10, 35);

        var whole = pictures[0].ChangesTo((await FramesAsync())[0])!.Value;
        var ticked = pictures[0].ChangesTo(pictures[1])!.Value;
        Assert.That(ticked.Right - ticked.Left, Is.LessThan(16));
        Assert.That(ticked.Right, Is.InRange(whole.Left, whole.Right));
    }

    [TestCase("%{eif:1:d}")]
    [TestCase("%Q%1%")]
    [TestCase("'}:\\")]
    public async Task Clock_HostilePattern_BreaksNothing(string pattern)
    {
        var pictures = await FramesAsync(new WireText(new(352, 144), "", pattern));

        Assert.That(pictures[0].ChangesTo((await FramesAsync())[0]), Is.Not.Null);
    }

    private static async Task<(int Left, int Top, int Right, int Bottom)> DrawnAsync(string text)
    {
        var with = await FramesAsync(new WireText(new(352, 144), text));
        var without = await FramesAsync();
        return with[0].ChangesTo(without[0])!.Value;
    }

    private static async Task<Picture[]> FramesAsync(WireText? text = null, params int[] frames)
    {
        Tool.Require();
        var settings = text is null ? Blank : Blank with { Texts = [text] };
        var clip = await Studio.Engine.GetAsync(settings, CancellationToken.None);
        return await Picture.OfAsync(clip, frames.Length == 0 ? [0] : frames);
    }
}
