using CamMigrate.Simulator.Video.Rtsp;

namespace CamMigrate.Simulator.Tests.Video;

[TestFixture, Category("Ffmpeg"), Parallelizable(ParallelScope.All)]
internal sealed class RtspSessionTests
{
    [Test]
    public async Task Describe_ClipNotReady_Is503UntilItIs()
    {
        Tool.Require();
        var settings = Studio.Small with { Scene = "quarry", Width = 1280, Height = 720 };
        await using var camera = new TestCamera(settings);

        var (_, early) = await Tool.ProbeAsync(camera.Url);
        await Studio.Engine.GetAsync(settings, CancellationToken.None);
        var (late, errors) = await Tool.ProbeAsync(camera.Url, "-show_entries", "stream=width", "-of", "csv=p=0");

        Assert.That(early, Does.Contain("503"));
        Assert.That(late.Trim(), Is.EqualTo("1280"), errors);
    }

    [Test]
    public async Task Describe_UnknownPath_Is404()
    {
        await using var camera = await TestCamera.ReadyAsync(Studio.Small);

        var (_, errors) = await Tool.ProbeAsync(camera.Url + "2");

        Assert.That(errors, Does.Contain("404"));
    }

    [TestCase("RTP/AVP;unicast;client_port=5000-5001", "461")]
    [TestCase("RTP/AVP/UDP;unicast;client_port=5000-5001", "461")]
    [TestCase("RTP/AVP;unicast;client_port=5000-5001,RTP/AVP/TCP;unicast;interleaved=4-5", "200")]
    public async Task SetUp_Transport_IsTcpOnly(string transport, string status)
    {
        await using var camera = await TestCamera.ReadyAsync(Studio.Small);
        await using var viewer = new RawViewer(camera);
        await viewer.AskAsync("DESCRIBE", camera.Address);

        var answer = await viewer.SetUpAsync(transport);

        Assert.That(answer, Does.StartWith("RTSP/1.0 " + status));
        Assert.That(answer.Contains("interleaved=4-5", StringComparison.Ordinal), Is.EqualTo(status == "200"));
    }

    [Test]
    public async Task Play_WithoutSetUp_Is454()
    {
        await using var camera = await TestCamera.ReadyAsync(Studio.Small);
        await using var viewer = new RawViewer(camera);
        await viewer.AskAsync("DESCRIBE", camera.Address);

        Assert.That(await viewer.AskAsync("PLAY", camera.Address), Does.StartWith("RTSP/1.0 454"));
    }

    [Test]
    public async Task Teardown_Playing_EndsTheConnection()
    {
        await using var camera = await TestCamera.ReadyAsync(Studio.Small);
        await using var viewer = new RawViewer(camera);
        await viewer.PlayAsync();

        await viewer.SendAsync("TEARDOWN", camera.Address);

        Assert.That(await viewer.ReadToEndAsync(), Does.Contain("RTSP/1.0 200 OK\r\nCSeq: 5"));
    }

    [Test]
    public async Task GetParameter_Playing_IsAnsweredBetweenPackets()
    {
        await using var camera = await TestCamera.ReadyAsync(Studio.Small);
        await using var viewer = new RawViewer(camera);
        await viewer.PlayAsync();

        await viewer.SendAsync("GET_PARAMETER", camera.Address);
        await viewer.SendAsync("TEARDOWN", camera.Address);

        Assert.That(await viewer.ReadToEndAsync(), Does.Contain("RTSP/1.0 200 OK\r\nCSeq: 5").And.Contain("CSeq: 6"));
    }

    [Test]
    public async Task Play_AfterPause_GoesOn()
    {
        await using var camera = await TestCamera.ReadyAsync(Studio.Small);
        await using var viewer = new RawViewer(camera);
        await viewer.PlayAsync();

        await viewer.SendAsync("PAUSE", camera.Address);
        await viewer.SendAsync("PLAY", camera.Address);
        await Task.Delay(500);
        await viewer.SendAsync("TEARDOWN", camera.Address);

        var all = await viewer.ReadToEndAsync();
        Assert.That(all[all.IndexOf("CSeq: 6", StringComparison.Ordinal)..], Has.Length.GreaterThan(20_000));
    }

    [Test]
    public async Task Viewer_Silent_IsDroppedAfterTheSessionTimeout()
    {
        await using var camera = await TestCamera.ReadyAsync(
            Studio.Small, change: options => options with { SessionTimeout = TimeSpan.FromSeconds(1) });
        await using var viewer = new RawViewer(camera);
        await viewer.PlayAsync();

        var packets = 0;
        while (await viewer.ReadPacketAsync(TimeSpan.FromSeconds(5)) is not null)
            packets++;

        Assert.That(packets, Is.GreaterThan(25));
    }

    [Test]
    public async Task Viewer_NotReading_IsDropped()
    {
        await using var camera = await TestCamera.ReadyAsync(
            Studio.Small with { Bitrate = 16_000 },
            change: options => options with { SendTimeout = TimeSpan.FromSeconds(1) });
        await using var viewer = new RawViewer(camera);
        await viewer.PlayAsync();

        await Task.Delay(TimeSpan.FromSeconds(4));

        var packets = 0;
        while (await viewer.ReadPacketAsync(TimeSpan.FromSeconds(1)) is not null)
            packets++;
        Assert.That(packets, Is.GreaterThan(10));
    }

    [Test]
    public async Task Play_NoMediaFault_AnswersAndSendsNothing()
    {
        await using var camera = await TestCamera.ReadyAsync(Studio.Small, RtspFault.NoMedia);
        await using var viewer = new RawViewer(camera);

        await viewer.PlayAsync();

        Assert.That(async () => await viewer.ReadPacketAsync(TimeSpan.FromSeconds(1)),
            Throws.InstanceOf<OperationCanceledException>());
    }

    [Test]
    public async Task Play_StallFault_StopsAfterTwoSecondsWithoutClosing()
    {
        await using var camera = await TestCamera.ReadyAsync(Studio.Small, RtspFault.Stall);
        await using var viewer = new RawViewer(camera);
        await viewer.PlayAsync();
        var clock = System.Diagnostics.Stopwatch.StartNew();

        Assert.That(
            async () =>
            {
                while (await viewer.ReadPacketAsync(TimeSpan.FromSeconds(1)) is not null)
                    Assert.That(clock.Elapsed, Is.LessThan(TimeSpan.FromSeconds(5)));
            },
            Throws.InstanceOf<OperationCanceledException>());

        Assert.That(clock.Elapsed.TotalSeconds, Is.InRange(2.5, 5));
    }

    [Test]
    public async Task Describe_NotFoundFault_Is404()
    {
        await using var camera = await TestCamera.ReadyAsync(Studio.Small, RtspFault.NotFound);

        var (_, errors) = await Tool.ProbeAsync(camera.Url);

        Assert.That(errors, Does.Contain("404"));
    }

    [TestCase("GET / HTTP/1.1\r\nHost: x\r\n\r\n")]
    [TestCase("DESCRIBE\r\n\r\n")]
    [TestCase("OPTIONS * RTSP/1.0\r\nContent-Length: 99999999\r\n\r\n")]
    public async Task Request_NotRtsp_Is400(string request)
    {
        await using var camera = await TestCamera.ReadyAsync(Studio.Small);
        await using var viewer = new RawViewer(camera);

        await viewer.SendAsync(request);

        Assert.That(await viewer.ReadAnswerAsync(), Does.StartWith("RTSP/1.0 400"));
    }

    [Test]
    public async Task Request_EndlessHeader_Is400()
    {
        await using var camera = await TestCamera.ReadyAsync(Studio.Small);
        await using var viewer = new RawViewer(camera);

        await viewer.SendAsync("OPTIONS * RTSP/1.0\r\nX: " + new string('x', 9000));

        Assert.That(await viewer.ReadAnswerAsync(), Does.StartWith("RTSP/1.0 400"));
    }

    [Test]
    public async Task Request_ReceiverReportsBetween_AreSkipped()
    {
        await using var camera = await TestCamera.ReadyAsync(Studio.Small);
        await using var viewer = new RawViewer(camera);

        await viewer.SendAsync("$\u0001\0\u0008OPTIONS ");

        Assert.That(await viewer.AskAsync("OPTIONS", "*"), Does.StartWith("RTSP/1.0 200").And.Contain("CSeq: 1"));
    }
}
