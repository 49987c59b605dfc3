using System.Diagnostics;
using System.Globalization;
using System.Text;
using CamMigrate.Adapters.Tests.Contract;
using CamMigrate.Core.Ports;
using CamMigrate.Testing;

namespace CamMigrate.Adapters.Tests.Hikvision;

/// <summary>Devices that say far too much, or what no device can mean: an end in time, within memory, said plainly.</summary>
[TestFixture, NonParallelizable]
internal sealed class HostileDeviceTests
{
    private const long MostMemory = 300L << 20;
    private static readonly TimeSpan MostTime = TimeSpan.FromSeconds(60);
    private string folder = "";

    [SetUp]
    public void Make()
    {
        folder = Directory.CreateTempSubdirectory("device").FullName;
        Put("System/deviceInfo", "<DeviceInfo><model>M</model><deviceType>NVR</deviceType></DeviceInfo>");
    }

    [TearDown]
    public void Remove() => Directory.Delete(folder, recursive: true);

    [Test]
    public async Task Read_TenThousandInputs_ReadsWhatADeviceCanHaveAndSaysSo()
    {
        Put("System/Video/inputs/channels", List("VideoInputChannelList", 10_000, i =>
            $"<VideoInputChannel><id>{i}</id><name>Camera {i}</name></VideoInputChannel>"));

        var report = await ReadAsync();

        Assert.That(report.Profile.VideoSources!.Value, Has.Length.EqualTo(256));
        Assert.That(report.Profile.Unread!.Value.Select(u => u.Path), Does.Contain("videoSources"));
        Assert.That(report.Findings.Select(f => f.Message), Has.Some.Contain("more than any has"));
    }

    [Test]
    public async Task Read_TenThousandStreams_NamesNoStreamTwice()
    {
        Put("Streaming/channels", List("StreamingChannelList", 10_000, i =>
            $"<StreamingChannel><id>{i + 100}</id><Video><videoCodecType>H.264</videoCodecType></Video></StreamingChannel>"));

        var report = await ReadAsync();

        Assert.That(report.Profile.VideoSources!.Value, Has.Length.LessThanOrEqualTo(256));
        Assert.That(report.Profile.Source!.Streams!.Value.Select(s => (s.Source, s.Stream)), Is.Unique);
    }

    [TestCase("NaN")]
    [TestCase("Infinity")]
    [TestCase("-Infinity")]
    [TestCase("1e999")]
    [TestCase("999999999999999999999999")]
    [TestCase("-2147483649")]
    [TestCase("0x7fffffff")]
    [TestCase("١٢٣")]
    public async Task Read_NumbersThatAreNone_AreNotCarried(string number)
    {
        Put("Streaming/channels", $"""
            <StreamingChannelList><StreamingChannel><id>101</id><Video>
              <videoCodecType>H.264</videoCodecType><videoResolutionWidth>{number}</videoResolutionWidth>
              <videoResolutionHeight>{number}</videoResolutionHeight><maxFrameRate>{number}</maxFrameRate>
              <GovLength>{number}</GovLength><vbrUpperCap>{number}</vbrUpperCap><fixedQuality>{number}</fixedQuality>
            </Video></StreamingChannel></StreamingChannelList>
            """);
        Put("System/Video/inputs/channels/1/privacyMask", $"""
            <PrivacyMask><enabled>true</enabled><PrivacyMaskRegionList><PrivacyMaskRegion><id>1</id><enabled>true</enabled>
              <RegionCoordinatesList><RegionCoordinates><positionX>{number}</positionX><positionY>0</positionY></RegionCoordinates>
              <RegionCoordinates><positionX>10</positionX><positionY>0</positionY></RegionCoordinates>
              <RegionCoordinates><positionX>10</positionX><positionY>10</positionY></RegionCoordinates></RegionCoordinatesList>
            </PrivacyMaskRegion></PrivacyMaskRegionList></PrivacyMask>
            """);

        var report = await ReadAsync();

        var encoder = report.Profile.VideoSources!.Value.Single().VideoEncoders!.Value.Single();
        using var _ = Assert.EnterMultipleScope();
        Assert.That((encoder.Resolution, encoder.FrameRateLimit, encoder.GovLength), Is.EqualTo(default((object?, double?, int?))));
        Assert.That(
            report.Profile.VideoSources!.Value.Single().Masks is { Length: > 0 }
                || report.Profile.Unread!.Value.Any(u => u.Path == "videoSources[1].masks"), Is.True,
            "a mask whose place is not understood is never lost");
    }

    [TestCase("\u202egnp.exe", TestName = "Read_NameFromRightToLeft_IsKeptAsData")]
    [TestCase("../../../etc/passwd", TestName = "Read_NameThatIsAPath_IsKeptAsData")]
    [TestCase("C:\\Windows\\win.ini", TestName = "Read_NameThatIsAWindowsPath_IsKeptAsData")]
    [TestCase("a\u0007b\u001b[31mc", TestName = "Read_NameWithControlCharacters_DoesNotCostTheDocument")]
    [TestCase("'; DROP TABLE x; -- {{7*7}} ${jndi:ldap://x}", TestName = "Read_NameThatIsCode_IsKeptAsData")]
    public async Task Read_Names_AreData(string name)
    {
        Put("System/Video/inputs/channels", $"""
            <VideoInputChannelList><VideoInputChannel><id>1</id><name>{name}</name></VideoInputChannel></VideoInputChannelList>
            """);
        Put("Security/users", $"<UserList><User><id>1</id><userName>{name}</userName><userLevel>{name}</userLevel></User></UserList>");

        var report = await ReadAsync();

        var source = report.Profile.VideoSources!.Value.Single();
        Assert.That(source.Name, Is.Not.Null.And.Not.Empty);
        Assert.That(report.Findings.Select(f => f.Path + f.Message), Has.None.Match("[\\p{Cc}\\u202e]"));
    }

    [Test]
    public async Task Read_NestingWithoutEnd_CostsOneDocument()
    {
        var deep = string.Concat(Enumerable.Repeat("<a>", 5000)) + string.Concat(Enumerable.Repeat("</a>", 5000));
        Put("System/time", $"<Time>{deep}</Time>");

        var report = await ReadAsync();

        Assert.That(report.Profile.Unread!.Value.Select(u => u.Path), Does.Contain("time"));
    }

    [Test]
    public async Task Read_HugeTexts_StayWithinMemoryAndAreCut()
    {
        var huge = new string('x', 2 << 20);
        foreach (var document in (string[])["System/time", "Security/users", "ContentMgmt/Storage", "Event/triggers"])
            Put(document, $"<D><name>{huge}</name></D>");
        Put("System/Video/inputs/channels", List("VideoInputChannelList", 200, i =>
            $"<VideoInputChannel><id>{i}</id></VideoInputChannel>"));
        for (var channel = 1; channel <= 40; channel++)
            Put($"Image/channels/{channel.ToString(CultureInfo.InvariantCulture)}", $"<I><name>{huge}</name></I>");

        var report = await ReadAsync();

        Assert.That(
            Core.Profiles.Yaml.ProfileYaml.Write(report.Profile), Has.Length.LessThan(1 << 20), "values are cut");
        Assert.That(report.Findings.Select(f => f.Message), Has.Some.Contain("more than any camera has to say"));
    }

    [Test]
    public async Task Read_ManyValues_EndInAFindingNotInMemory()
    {
        for (var channel = 1; channel <= 3; channel++)
            Put(
                $"Image/channels/{channel.ToString(CultureInfo.InvariantCulture)}",
                List("ImageChannel", 90_000, i => $"<v{i}>1</v{i}>"));
        Put("System/Video/inputs/channels", List("VideoInputChannelList", 3, i =>
            $"<VideoInputChannel><id>{i}</id></VideoInputChannel>"));

        var report = await ReadAsync();

        Assert.That(report.Profile.NotCarried!.Value[^1].Reason, Does.Contain("more values are not carried"));
        Assert.That(report.Findings.Select(f => f.Message), Has.Some.Contain("more values than any camera has"));
    }

    [Test]
    public async Task Read_NameOfAnElementWithoutEnd_CostsNoMemoryForEveryValueBelow()
    {
        var name = new string('n', 200_000);
        Put("System/time", $"<Time><{name}>{List("l", 20_000, i => $"<v{i}>1</v{i}>")}</{name}></Time>");

        var report = await ReadAsync();

        Assert.That(report.Fates.Select(f => f.Path.Length), Has.All.LessThan(500));
    }

    [Test]
    public async Task Read_ValueThatOutlastsASearch_IsRead()
    {
        Put("System/time", $"<Time><timeMode>://{new string(':', 1 << 20)}</timeMode></Time>");

        Assert.That((await ReadAsync()).Documents.Answered, Is.GreaterThan(1));
    }

    private async Task<ReadReport> ReadAsync()
    {
        await using var camera = await SimulatedCamera.FromRecordingAsync(folder);
        var (start, before) = (Stopwatch.GetTimestamp(), GC.GetTotalMemory(forceFullCollection: true));
        var report = await camera.ReadAsync();
        var grown = GC.GetTotalMemory(forceFullCollection: true) - before;

        using var _ = Assert.EnterMultipleScope();
        Assert.That(Stopwatch.GetElapsedTime(start), Is.LessThan(MostTime));
        Assert.That(grown, Is.LessThan(MostMemory), "memory");
        ReaderContract.Accounts(report);
        ReaderContract.RoundTrip(report.Profile);
        return report;
    }

    private void Put(string path, string xml)
    {
        var file = Path.Combine(folder, "ISAPI", path + ".xml");
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, xml);
    }

    private static string List(string root, int count, Func<string, string> item)
    {
        var text = new StringBuilder($"<{root}>");
        for (var i = 1; i <= count; i++) text.Append(item(i.ToString(CultureInfo.InvariantCulture)));
        return text.Append($"</{root}>").ToString();
    }
}
