using CamMigrate.Adapters.Dahua;
using CamMigrate.Core.Profiles;

namespace CamMigrate.Adapters.Tests.Dahua;

/// <summary>Parsers of areas, each from the lines of its tables.</summary>
[TestFixture]
internal sealed class DahuaParserTests
{
    private DahuaDocumentSet set = new();

    [SetUp]
    public void Fresh() => set = new DahuaDocumentSet();

    [TestCase(25, true, 2, 1, "UTC5DST,M3.2.0,M11.1.0")]
    [TestCase(25, false, 2, 1, "UTC5")]
    [TestCase(22, false, 0, 0, "UTC3")]
    [TestCase(8, false, 0, 0, "UTC-5:30")]
    [TestCase(0, true, -1, -1, "UTC0DST,M3.5.0,M11.5.0")]
    public void Time_IndexAndSummerTime_IsPosix(int index, bool dst, int startWeek, int endWeek, string expected)
    {
        var ntp = set.Add("NTP", $"table.NTP.TimeZone={index}");
        var locales = set.Add(
            "Locales",
            $"""
            table.Locales.DSTEnable={(dst ? "true" : "false")}
            table.Locales.DSTStart.Month=3
            table.Locales.DSTStart.Week={startWeek}
            table.Locales.DSTStart.Day=0
            table.Locales.DSTStart.Hour=2
            table.Locales.DSTEnd.Month=11
            table.Locales.DSTEnd.Week={endWeek}
            table.Locales.DSTEnd.Day=0
            table.Locales.DSTEnd.Hour=2
            """);

        Assert.That(DahuaTime.Parse(ntp, locales, set.Notes)!.PosixTimeZone, Is.EqualTo(expected));
        Assert.That(set.NotCarried, Is.Empty);
    }

    [Test]
    public void Time_DayOfTheMonth_IsLeftOutAndSaid()
    {
        var ntp = set.Add("NTP", "table.NTP.TimeZone=25");
        var locales = set.Add(
            "Locales",
            "table.Locales.DSTEnable=true\ntable.Locales.DSTStart.Month=3\ntable.Locales.DSTStart.Week=0\n"
                + "table.Locales.DSTStart.Day=14\ntable.Locales.DSTStart.Hour=2");

        Assert.That(DahuaTime.Parse(ntp, locales, set.Notes)!.PosixTimeZone, Is.Null);
        Assert.That(set.Notes.Findings.Single().Message, Does.Contain("by hand"));
        Assert.That(set.NotCarried, Does.Contain("NTP.TimeZone"), "nothing of the profile has it");
    }

    [TestCase("a.example.net", "true", "b.example.net", "a.example.net,b.example.net")]
    [TestCase("a.example.net", "false", "b.example.net", "a.example.net")]
    [TestCase("a.example.net", "false", "a.example.net", "a.example.net")]
    [TestCase("a.example.net", "true", "a.example.net", "a.example.net")]
    public void Time_ServerBesideTheList_IsAskedToo(string own, string enabled, string listed, string expected)
    {
        var ntp = set.Add(
            "NTP",
            $"table.NTP.Address={own}\ntable.NTP.Port=123\ntable.NTP.ServerList[0].Address={listed}\n"
                + $"table.NTP.ServerList[0].Enable={enabled}");

        Assert.That(string.Join(',', DahuaTime.Parse(ntp, null, set.Notes)!.NtpServers!.Value), Is.EqualTo(expected));
        Assert.That(set.NotCarried, Is.Empty);
    }

    [Test]
    public void Time_Servers_AreThoseInUse()
    {
        var ntp = set.Add(
            "NTP",
            """
            table.NTP.Address=time.example.net
            table.NTP.Enable=true
            table.NTP.Port=123
            table.NTP.ServerList[0].Address=time.example.net
            table.NTP.ServerList[0].Enable=true
            table.NTP.ServerList[1].Address=pool.example.net
            table.NTP.ServerList[1].Enable=false
            table.NTP.ServerList[2].Address=
            """);

        var time = DahuaTime.Parse(ntp, null, set.Notes)!;

        Assert.That(time.NtpServers!.Value, Is.EqualTo(new[] { "time.example.net" }));
        Assert.That(time.Mode, Is.EqualTo(SetDateTimeType.Ntp));
        Assert.That(set.NotCarried, Is.Empty);
    }

    [TestCase("CIF", "PAL", "352x288")]
    [TestCase("CIF", "NTSC", "352x240")]
    [TestCase("1080P", "PAL", "1920x1080")]
    [TestCase("2048 x 1536", "PAL", "2048x1536")]
    [TestCase("somewhat", "PAL", null)]
    public void Resolution_Name_DependsOnTheStandard(string name, string standard, string? expected)
    {
        var video = DahuaDocumentSet.Tree("Video", $"table.Video.resolution={name}");

        var size = DahuaResolution.Parse(video,
            DahuaDocumentSet.Tree("VideoStandard", "table.VideoStandard=" + standard));

        Assert.That(size?.ToString(), Is.EqualTo(expected));
    }

    [TestCase("1 00:00:00-23:59:59", "00:00-24:00")]
    [TestCase("1 08:00:00-17:59:59", "08:00-18:00")]
    [TestCase("0 00:00:00-24:00:00", null)]
    [TestCase("1 25:00:00-26:00:00", null)]
    [TestCase("nonsense", null)]
    public void Sections_OfADay_AreSpans(string section, string? span)
    {
        var table = DahuaDocumentSet.Tree("TimeSection", $"table.TimeSection[1][0]={section}");

        Assert.That(DahuaSections.Weekly(table)!.Monday?.Single(), Is.EqualTo(span));
    }

    [Test]
    public void Sections_Rest_IsWhatAScheduleLeaves()
    {
        var rest = DahuaSections.Rest(new WeeklySchedule { EveryDay = ["07:00-12:00", "13:00-19:30"] });

        Assert.That(rest.EveryDay!.Value, Is.EqualTo(new[] { "00:00-07:00", "12:00-13:00", "19:30-24:00" }));
    }

    [Test]
    public void Motion_OldGrid_HasTheLowestBitOnTheLeft()
    {
        var table = set.Add("MotionDetect", "table.MotionDetect[0].Region[0]=3\ntable.MotionDetect[0].Region[1]=0");

        var motion = DahuaMotion.Parse(table.Row(0)!, null, 0, set.Schedules, set.Notes);

        Assert.That(motion.Cells!.Value, Is.EqualTo(new[] { "##" + new string('.', 20), new string('.', 22) }));
        Assert.That(set.Notes.Assumed, Is.Empty);
    }

    [Test]
    public void Motion_WindowThatSaysNothing_LeavesTheWordToTheOldForm()
    {
        var table = set.Add(
            "MotionDetect",
            "table.MotionDetect[0].Level=6\ntable.MotionDetect[0].Region[0]=3\n"
                + "table.MotionDetect[0].MotionDetectWindow[0].Id=0");

        var motion = DahuaMotion.Parse(table.Row(0)!, null, 0, set.Schedules, set.Notes);

        Assert.That(motion.Sensitivity, Is.EqualTo(100));
        Assert.That(motion.Cells!.Value.Single(), Does.StartWith("##."));
        Assert.That(set.NotCarried, Is.Empty);
    }

    [TestCase("3", true)]
    [TestCase("4194303", false)]
    public void Motion_WindowGrid_HasTheLowestBitOnTheRightAndIsAssumed(string row, bool isAssumed)
    {
        var table = set.Add("MotionDetect", $"table.MotionDetect[0].MotionDetectWindow[0].Region[0]={row}");

        var motion = DahuaMotion.Parse(table.Row(0)!, null, 0, set.Schedules, set.Notes);

        Assert.That(motion.Cells!.Value.Single(), Does.EndWith("##"));
        Assert.That(set.Notes.Assumed.Contains("videoSources[1].motionDetection.cells"), Is.EqualTo(isAssumed));
    }

    [TestCase(0, 2, null, 2)]
    [TestCase(0, 0, null, 0)]
    [TestCase(2, 2, null, 0)]
    [TestCase(4, 0, "Night", 1)]
    public void Profiles_Mode_DecidesNotConfigAlone(int mode, int config, string? named, int inForce)
    {
        var table = set.Add(
            "VideoInMode",
            $"table.VideoInMode[0].Mode={mode}\ntable.VideoInMode[0].Config[0]={config}\ntable.VideoInMode[0].Config[1]=1"
                + (named is null ? "" : $"\ntable.VideoInMode[0].ConfigEx={named}"));

        Assert.That(DahuaProfiles.Of(table.Row(0)!, 1, set.Schedules, set.Notes).InForce, Is.EqualTo(inForce));
    }

    [Test]
    public void Rules_LineThatBends_IsSeveralLines()
    {
        var table = set.Add(
            "VideoAnalyseRule",
            """
            table.VideoAnalyseRule[0][0].Type=CrossLineDetection
            table.VideoAnalyseRule[0][0].Name=kerb
            table.VideoAnalyseRule[0][0].Config.Direction=RightToLeft
            table.VideoAnalyseRule[0][0].Config.DetectLine[0][0]=0
            table.VideoAnalyseRule[0][0].Config.DetectLine[0][1]=4096
            table.VideoAnalyseRule[0][0].Config.DetectLine[1][0]=4096
            table.VideoAnalyseRule[0][0].Config.DetectLine[1][1]=2048
            table.VideoAnalyseRule[0][0].Config.DetectLine[2][0]=8191
            table.VideoAnalyseRule[0][0].Config.DetectLine[2][1]=4096
            """);

        var rules = new DahuaRules(set.Schedules, set.Notes).Parse(table.Row(0), 0);

        Assert.That(rules.Select(r => r.Name), Is.EqualTo(new[] { "kerb", "kerb (2)" }));
        Assert.That(rules[1].Line!.Value, Is.EqualTo(new Point[] { new(0.5, 0.25), new(1, 0.5) }));
        Assert.That(rules.Select(r => r.Direction), Is.All.EqualTo(LineDirection.RightToLeft));
        Assert.That(set.NotCarried, Is.Empty);
    }

    [Test]
    public void Actions_ChannelListThatMayMeanTwoThings_IsKeptAsItCame()
    {
        var handler = set.Add(
            "EventHandler",
            "table.EventHandler.RecordEnable=true\ntable.EventHandler.RecordChannels[0]=1\ntable.EventHandler.RecordChannels[1]=2\n"
                + "table.EventHandler.AlarmOutEnable=true\ntable.EventHandler.AlarmOutChannels[0]=0");

        var actions = DahuaActions.Parse(handler, 0)!.Value;

        Assert.That(
            actions.Select(a => (a.Kind, a.Number)),
            Is.EqualTo(new (EventActionKind, int?)[] { (EventActionKind.Record, null), (EventActionKind.Relay, 1) }));
        Assert.That(
            set.NotCarried,
            Is.EqualTo(new[] { "EventHandler.RecordChannels[0]", "EventHandler.RecordChannels[1]" }));
    }

    [Test]
    public void Network_UsesTheDefaultInterface()
    {
        set.Add(
            "Network",
            """
            table.Network.DefaultInterface=bond0
            table.Network.Hostname=NVR
            table.Network.eth0.IPAddress=0.0.0.0
            table.Network.bond0.IPAddress=192.0.2.20
            table.Network.bond0.SubnetMask=255.255.254.0
            table.Network.bond0.DefaultGateway=0.0.0.0
            table.Network.bond0.DhcpEnable=false
            table.Network.bond0.DnsServers[0]=192.0.2.1
            table.Network.bond0.DnsServers[1]=0.0.0.0
            """);

        var network = DahuaNetwork.Parse(set.Tables, set.Notes)!;

        Assert.That((network.Ipv4!.Address, network.Ipv4.PrefixLength, network.Ipv4.Gateway),
            Is.EqualTo(("192.0.2.20", 23, (string?)null)));
        Assert.That(network.Dns!.Value, Is.EqualTo(new[] { "192.0.2.1" }));
        Assert.That(set.NotCarried, Is.Empty);
    }

    [Test]
    public void Light_SchemeOfTwoLamps_DecidesWhichIsMeant()
    {
        var lamps = set.Add(
            "Lighting_V2",
            """
            table.Lighting_V2[0][1][0].LightType=InfraredLight
            table.Lighting_V2[0][1][0].Mode=Manual
            table.Lighting_V2[0][1][0].MiddleLight[0].Light=40
            table.Lighting_V2[0][1][1].LightType=WhiteLight
            table.Lighting_V2[0][1][1].Mode=Manual
            table.Lighting_V2[0][1][1].MiddleLight[0].Light=3
            """);
        var scheme = set.Add("LightingScheme", "table.LightingScheme[0][1].LightingMode=WhiteMode");

        var light = DahuaLight.Parse(lamps.Row(0).Row(1), null, scheme.Row(0).Row(1), "imaging", set.Notes);

        Assert.That(light, Is.EqualTo(new LightSettings { Kind = LightKind.White, Mode = OnOffAuto.On, Level = 3 }));
        Assert.That(set.NotCarried, Is.Empty);
    }

    [Test]
    public void Holidays_Bits_AreDays()
    {
        var days = DahuaRecording.Holidays(
            set.Add("Holiday", "table.Holiday.MonthMask[0]=1\ntable.Holiday.MonthMask[11]=50331648"))!.Value;

        Assert.That(days.Select(d => d.From), Is.EqualTo(new[] { "01-01", "12-25", "12-26" }));
    }
}
