using System.Xml.Linq;
using CamMigrate.Adapters.Hikvision;
using CamMigrate.Adapters.Hikvision.Isapi;
using CamMigrate.Core.Profiles;

namespace CamMigrate.Adapters.Tests.Hikvision;

/// <summary>Answers that look like a setting and are none, or like none and are one.</summary>
[TestFixture]
internal sealed class HikvisionTrapTests
{
    [Test]
    public void Time_ServerWithoutAFormat_IsTheOneThatIsThere()
    {
        var documents = new Documents();
        var servers = documents.Add("<NTPServerList><NTPServer><hostName>time.example.org</hostName></NTPServer></NTPServerList>");

        Assert.That(
            HikvisionTime.Parse(null, servers, documents.Notes)!.NtpServers!.Value, Is.EqualTo(new[] { "time.example.org" }));
    }

    [TestCase("static", "192.0.2.4", "255.255.255.0", false, 24)]
    [TestCase("dynamic", "192.0.2.4", "255.255.255.0", true, 24)]
    [TestCase("apipa", "169.254.1.1", "255.255.0.0", null, 16)]
    [TestCase("static", "0.0.0.0", "0.0.0.0", false, null)]
    public void Network_Addressing_IsOnlyWhatItSays(string type, string address, string mask, bool? dhcp, int? prefix)
    {
        var ip = Network($"<addressingType>{type}</addressingType><ipAddress>{address}</ipAddress><subnetMask>{mask}</subnetMask>").Ipv4!;

        Assert.That((ip.Dhcp, ip.PrefixLength), Is.EqualTo((dhcp, prefix)));
    }

    [TestCase("ra", "2001:db8::4", false, null)]
    [TestCase("manual", "2001:db8::4", false, "2001:db8::4")]
    [TestCase("dhcp", "2001:db8::4", true, "2001:db8::4")]
    [TestCase("manual", "::0", false, null)]
    public void Network_Ipv6_TakesNoAnnouncedAddressForASetting(string mode, string address, bool? dhcp, string? expected)
    {
        var ip = Network(
            $"<ipVersion>dual</ipVersion><ipv6Address>{address}</ipv6Address><bitMask>64</bitMask><Ipv6Mode><ipV6AddressingType>{mode}</ipV6AddressingType></Ipv6Mode>")
            .Ipv6!;

        Assert.That((ip.Enabled, ip.Dhcp, ip.Address), Is.EqualTo(((bool?)true, dhcp, expected)));
    }

    [TestCase("ShutterFirst")]
    [TestCase("pIris")]
    public void Exposure_ModeOfAnotherKind_LeavesItsValuesWhereTheyAre(string type)
    {
        var documents = new Documents();
        var image = documents.Add(
            $"<I><Exposure><ExposureType>{type}</ExposureType></Exposure><Shutter><ShutterLevel>1/25</ShutterLevel></Shutter><Gain><GainLevel>20</GainLevel></Gain></I>");

        Assert.That(HikvisionImaging.Parse(image, null, 1, documents.Notes)!.Exposure, Is.Null);
        Assert.That(
            documents.NotCarried,
            Is.EqualTo(new[] { "Doc/Exposure/ExposureType", "Doc/Shutter/ShutterLevel", "Doc/Gain/GainLevel" }));
    }

    [TestCase("<BLC><BLCMode>CLOSE</BLCMode></BLC>", OnOffAuto.Off)]
    [TestCase("<BLC><BLCMode>UP</BLCMode></BLC>", OnOffAuto.On)]
    [TestCase("<BLC><enabled>false</enabled><BLCMode>UP</BLCMode></BLC>", OnOffAuto.Off)]
    [TestCase("<BLC><enabled>true</enabled></BLC>", OnOffAuto.On)]
    public void Imaging_Backlight_IsOnOrOff(string block, OnOffAuto mode) =>
        Assert.That(Imaging(block).BacklightCompensation!.Mode, Is.EqualTo(mode));

    [Test]
    public void Imaging_WdrOfOldFirmware_IsFoundByItsOtherName() =>
        Assert.That(
            Imaging("<WDRExt><mode>open</mode><WDRLevel>30</WDRLevel></WDRExt>").WideDynamicRange,
            Is.EqualTo(new ModeLevel { Mode = OnOffAuto.On, Level = 30 }));

    [TestCase("18:00", "8:00")]
    [TestCase("eight", "nine")]
    public void Arming_WeekThatIsNotUnderstood_IsNeitherNeverNorHalf(string begin, string end)
    {
        var documents = new Documents();
        const string Good = "<TimeBlock><dayOfWeek>1</dayOfWeek><TimeRange><beginTime>08:00</beginTime><endTime>18:00</endTime></TimeRange></TimeBlock>";
        documents.Arming.Add(HikvisionEvent.Motion, documents.Add(
            $"<Schedule><id>VMD_video1</id><TimeBlockList>{Good}<TimeBlock><dayOfWeek>2</dayOfWeek><TimeRange><beginTime>{begin}</beginTime><endTime>{end}</endTime></TimeRange></TimeBlock></TimeBlockList></Schedule>"));

        Assert.That(documents.Arming.Name(HikvisionEvent.Motion, 1, "p"), Is.Null);
        Assert.That(documents.NotCarried.Count(), Is.EqualTo(6));
        Assert.That(documents.Notes.Findings.Single().Path, Is.EqualTo("p.schedule"));
    }

    [TestCase("0,0 0,0", true)]
    [TestCase("", true)]
    [TestCase("0,0 10,10 20,0", false)]
    [TestCase("0,0 x,10", false)]
    public void Rules_LineThatIsNoLine_IsUnusedOnlyWhereNothingIsDrawn(string points, bool isUnused)
    {
        var documents = new Documents();
        var xml = $"<LineDetection><enabled>true</enabled><LineItemList><LineItem><id>1</id><CoordinatesList>{Corners(points, "Coordinates")}</CoordinatesList></LineItem></LineItemList></LineDetection>";
        var document = documents.Add(xml);

        var rules = new HikvisionRules(documents.Events(), documents.Notes).Parse(e => e == HikvisionEvent.Line ? document : null);

        Assert.That(rules!.Value, Is.Empty);
        Assert.That((!documents.NotCarried.Any(), documents.Notes.Findings.IsEmpty), Is.EqualTo((isUnused, isUnused)));
    }

    [TestCase("grid", 2, 0)]
    [TestCase("roi", null, 1)]
    [TestCase("", 2, 1)]
    public void Motion_CellsAndAreas_AreCarriedAsTheCameraLooksAtThem(string kind, int? rows, int areas)
    {
        var documents = new Documents();
        var motion = HikvisionMotion.Parse(documents.Add(Motion(kind, "0,0 500,0 500,500")), documents.Events(), documents.Notes);

        Assert.That((motion.Cells?.Length, motion.Regions!.Value.Length), Is.EqualTo((rows, areas)));
        Assert.That(documents.NotCarried, Is.Empty);
    }

    [Test]
    public void Motion_AreaWithAllCornersInOnePlace_IsUnused()
    {
        var documents = new Documents();
        var motion = HikvisionMotion.Parse(documents.Add(Motion("roi", "0,0 0,0 0,0 0,0")), documents.Events(), documents.Notes);

        Assert.That((motion.Cells!.Value.Length, motion.Regions!.Value.Length), Is.EqualTo((2, 0)));
        Assert.That(documents.NotCarried, Is.Empty);
    }

    [Test]
    public void Holidays_SetByWeek_DoNotTakeTheDateThatWasSetBefore()
    {
        var documents = new Documents();
        const string Day = "<monthOfYear>1</monthOfYear><dayOfMonth>1</dayOfMonth>";
        const string Week = "<monthOfYear>5</monthOfYear><weekOfMonth>1</weekOfMonth><dayOfWeek>1</dayOfWeek>";
        var list = documents.Add(
            $"<HolidayList><holiday><id>1</id><enabled>true</enabled><holidayName>May</holidayName><holidayMode>week</holidayMode><holidayMonth><startMonth>{Day}</startMonth><endMonth>{Day}</endMonth></holidayMonth><holidayWeek><startWeek>{Week}</startWeek><endWeek>{Week}</endWeek></holidayWeek></holiday></HolidayList>");

        var holiday = HikvisionHolidays.Parse(list, documents.Notes)!.Value.Single();

        Assert.That((holiday.Name, holiday.From, holiday.To), Is.EqualTo(("May", (string?)null, (string?)null)));
        Assert.That(documents.NotCarried.Count(path => path.Contains("holidayWeek", StringComparison.Ordinal)), Is.EqualTo(6));
    }

    [TestCase("https://h.example/a?token=marker")]
    [TestCase("a?token=marker")]
    public void Notifications_QueryOfAnyAddress_NeverLeavesTheReader(string url)
    {
        var documents = new Documents();
        var hosts = documents.Add($"<L><HttpHostNotification><url>{url}</url><ipAddress>192.0.2.1</ipAddress></HttpHostNotification></L>");

        Assert.That(HikvisionNotifications.Parse(hosts, null, null, documents.Notes)!.Value.Single().Path, Does.EndWith("a"));
        Assert.That(documents.Ledger.Fates().Select(fate => fate.Value).OfType<string>(), Has.None.Contains("marker"));
    }

    [Test]
    public void Audio_VolumeOfAMicrophoneThatNoStreamUses_IsNotSaidToBeCarried()
    {
        var documents = new Documents();
        var voice = documents.Add(
            "<L><TwoWayAudioChannel><id>1</id><microphoneVolume>40</microphoneVolume><speakerVolume>50</speakerVolume></TwoWayAudioChannel></L>");

        HikvisionAudio.Parse([], hasUnreadStreams: false, voice);

        Assert.That(documents.NotCarried, Is.EqualTo(new[] { "Doc/TwoWayAudioChannel/microphoneVolume" }));
    }

    [Test]
    public void Osd_TextTooLongToBeOne_IsNoUnusedSlot()
    {
        var documents = new Documents();
        var text = new string('x', 300);
        HikvisionOsd.Parse(documents.Add(
            $"<VideoOverlay><TextOverlayList><TextOverlay><id>1</id><enabled>true</enabled><displayText>{text}</displayText></TextOverlay></TextOverlayList></VideoOverlay>"),
            null, 1, documents.Notes);

        Assert.That(documents.NotCarried.Count(), Is.EqualTo(2));
    }

    [TestCase(3, "", false)]
    [TestCase(4, "", true)]
    [TestCase(4, "notSupport", true)]
    [TestCase(4, "lowPrivilege", false)]
    public void Status_OfAFailedDevice_IsNotTakenForAMissingDocument(int code, string sub, bool isMissing) =>
        Assert.That(
            IsapiStatus.From(XElement.Parse(
                $"<ResponseStatus><statusCode>{code}</statusCode><subStatusCode>{sub}</subStatusCode></ResponseStatus>"))!
                .MeansMissing,
            Is.EqualTo(isMissing));

    private static string Motion(string kind, string points) =>
        $"<M><regionType>{kind}</regionType><Grid><rowGranularity>2</rowGranularity><columnGranularity>4</columnGranularity></Grid><MotionDetectionLayout><layout><gridMap>A000</gridMap><RegionList><Region><id>1</id><RegionCoordinatesList>{Corners(points, "RegionCoordinates")}</RegionCoordinatesList></Region></RegionList></layout></MotionDetectionLayout></M>";

    private static string Corners(string points, string name) => string.Concat(
        points.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(p => p.Split(',')).Select(p =>
            $"<{name}><positionX>{p[0]}</positionX><positionY>{p[1]}</positionY></{name}>"));

    private static ImagingSettings Imaging(string block)
    {
        var documents = new Documents();
        return HikvisionImaging.Parse(documents.Add($"<I>{block}</I>"), null, 1, documents.Notes)!;
    }

    private static NetworkSettings Network(string address)
    {
        var documents = new Documents();
        return HikvisionNetwork.Parse(
            documents.Add($"<L><NetworkInterface><id>1</id><IPAddress>{address}</IPAddress></NetworkInterface></L>"), null, null,
            documents.Notes)!;
    }
}
