using System.Collections.Immutable;
using System.Text;
using CamMigrate.Http.Recording;

namespace CamMigrate.Http.Tests.Recording;

[TestFixture]
internal sealed class AnonymizerTests
{
    [Test]
    public void Xml_EveryLeaf_IsReplacedAndEverythingElseKept()
    {
        const string Given = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\r\n<DeviceInfo version='2.0' xmlns=\"http://www.hikvision.com/ver20/XMLSchema\">\r\n"
            + "<deviceName>Gatehouse &amp; yard</deviceName>\n<model>DS-2CD2032-I</model><serialNumber>DS-2CD2032-I20150101BBWR123456789</serialNumber>"
            + "<macAddress>c0:56:e3:12:ab:0F</macAddress><firmwareVersion>V5.4.0.16</firmwareVersion><x/>\n</DeviceInfo>";

        var (replaced, _) = Replace(Given);

        Assert.That(replaced[0], Is.EqualTo(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\r\n<DeviceInfo version='2.0' xmlns=\"http://www.hikvision.com/ver20/XMLSchema\">\r\n"
            + "<deviceName>name-1</deviceName>\n<model>DS-2CD2032-I</model><serialNumber>DS-2CD2032-I00000000AAAA000000001</serialNumber>"
            + "<macAddress>00:00:5e:00:53:01</macAddress><firmwareVersion>V5.4.0.16</firmwareVersion><x/>\n</DeviceInfo>"));
    }

    [Test]
    public void SerialOfOneAnswer_IsReplacedInsideTheStringsOfAnother()
    {
        var (replaced, _) = Replace(
            "<a><serialNumber>AB1234567890</serialNumber><macAddress>AA-BB-CC-00-11-22</macAddress></a>",
            "realm=Login to AB1234567890\r\nid=DS-X/AB1234567890/7\r\nhost=cam-aabbcc001122.lan\r\n");

        using var _ = Assert.EnterMultipleScope();
        Assert.That(replaced[0], Does.Contain("<serialNumber>AA0000000001<").And.Contain("<macAddress>00-00-5E-00-53-01<"));
        Assert.That(replaced[1], Does.StartWith("realm=Login to AA0000000001\r\nid=DS-X/AA0000000001/7\r\n"));
        Assert.That(replaced[1], Does.Not.Contain("aabbcc001122"));
    }

    [Test]
    public void Table_GbkAndBrokenText_GoesOrStaysByteForByte()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var gate = Encoding.Latin1.GetString(Encoding.GetEncoding("gb18030").GetBytes("北门"));
        var given = $"table.ChannelTitle[0].Name={gate}\r\ntable.VideoWidget[0].CustomTitle[0].Text={gate}\r\ntable.Odd[0].Value=\u00ff\u0081\u0020x\r\n"
            + "table.Network.eth0.IPAddress=10.7.1.20\r\ntable.Network.eth0.SubnetMask=255.255.255.0\r\n"
            + "table.Network.DefaultInterface=eth0\r\ntable.Email.Password=abc123\r\ntable.NTP.Address=10.7.1.2\r\n";

        var (replaced, _) = Replace(given);

        Assert.That(replaced[0], Is.EqualTo(
            "table.ChannelTitle[0].Name=name-1\r\ntable.VideoWidget[0].CustomTitle[0].Text=name-1\r\ntable.Odd[0].Value=\u00ff\u0081\u0020x\r\n"
            + "table.Network.eth0.IPAddress=192.0.2.1\r\ntable.Network.eth0.SubnetMask=255.255.255.0\r\n"
            + "table.Network.DefaultInterface=eth0\r\ntable.Email.Password=***\r\ntable.NTP.Address=192.0.2.2\r\n"));
    }

    [Test]
    public void Json_NamesAndSecrets_GoAndTheRestStays()
    {
        const string Given = """{"id":3,"params":{"table":[{"Name":"L\u00f6we \"1\"","Password":"s\"x","Enable":true,"Port":8080},{"Name":"Channel2"}]},"session":5541}""";

        var (replaced, _) = Replace(Given);

        Assert.That(replaced[0], Is.EqualTo(
            """{"id":3,"params":{"table":[{"Name":"name-1","Password":"***","Enable":true,"Port":8080},{"Name":"Channel2"}]},"session":0}"""));
    }

    [Test]
    public void StandIn_ThatIsAnOriginalElsewhere_IsNotUsed()
    {
        var (replaced, anonymizer) = Replace("<a><ipAddress>10.0.0.9</ipAddress><gw>192.0.2.1</gw><name>name-1</name></a>");

        using var _ = Assert.EnterMultipleScope();
        Assert.That(replaced[0], Does.Not.Contain("192.0.2.1<").And.Not.Contain("name-1<").And.Not.Contain("10.0.0.9"));
        Assert.That(anonymizer.StandIns.Select(s => s.Value), Is.Unique);
    }

    [TestCase("<u><a>rtsp://admin:pa%40ss@10.2.3.4:554/x</a></u>", ExpectedResult = "<u><a>rtsp://***@192.0.2.1:554/x</a></u>")]
    [TestCase(
        "<s>onvif://www.onvif.org/name/North%20Gate onvif://www.onvif.org/hardware/X1</s>",
        ExpectedResult = "<s>onvif://www.onvif.org/name/name-1 onvif://www.onvif.org/hardware/X1</s>")]
    [TestCase("<m><to>guard@site.example.org</to></m>", ExpectedResult = "<m><to>person-1@example.com</to></m>")]
    [TestCase("<i><v6>fe80::1a2b:3c4d</v6><n>12:30:00</n></i>", ExpectedResult = "<i><v6>2001:db8::1</v6><n>12:30:00</n></i>")]
    [TestCase("<n><hostName>gate-03</hostName><x>at gate-03.</x></n>", ExpectedResult = "<n><hostName>host-1.example</hostName><x>at host-1.example.</x></n>")]
    public string Form_IsEnoughToKnowAValue(string given) => Replace(given).Replaced[0]!;

    [Test]
    public void Name_ThatIsAWordOfTheProtocol_IsReplacedWhereItIsTheWholeName()
    {
        var (replaced, _) = Replace("table.Email.Address=192.0.2.7\ntable.ChannelTitle[0].Name=Email\n");

        Assert.That(replaced.Single(), Is.EqualTo("table.Email.Address=192.0.2.1\ntable.ChannelTitle[0].Name=name-1\n"));
    }

    [Test]
    public void Answers_OfTenThousandChannels_AreMadeAnonymousInSeconds()
    {
        var given = string.Concat(Enumerable.Range(0, 10_000).Select(i => $"table.ChannelTitle[{i}].Name=Gate of house {i}\ntable.Remote[{i}].Address=10.{i >> 8}.{i & 255}.7\n"));
        var clock = System.Diagnostics.Stopwatch.StartNew();

        var (replaced, _) = Replace(given, given);

        using var _ = Assert.EnterMultipleScope();
        Assert.That(replaced, Is.All.Not.Null);
        Assert.That(replaced[0], Does.Not.Contain("Gate of"));
        Assert.That(clock.Elapsed, Is.LessThan(TimeSpan.FromSeconds(20)));
    }

    [Test]
    public void Value_LongerThanAnySetting_IsNotKept()
    {
        var (replaced, _) = Replace($"<a><data>{new string('x', 8 << 20)}</data><email>{new string('a', 16_000)}</email></a>");

        Assert.That(replaced.Single(), Does.StartWith("<a><data>***</data><email>aaaa"));
    }

    [Test]
    public void Original_OutsideEveryValue_KeepsTheAnswerOut()
    {
        var (replaced, _) = Replace("<a><serialNumber>AB1234567890</serialNumber></a>", "<AB1234567890>x</AB1234567890>");

        Assert.That(replaced, Is.EqualTo(new[] { "<a><serialNumber>AA0000000001</serialNumber></a>", null }));
    }

    [TestCase("&#65;&#66;&#49;&#x32;&#x33;&#52;&#53;&#54;&#55;&#56;&#57;&#48;", TestName = "Disguise_CharacterReferences_AreSeenThrough")]
    [TestCase("414231323334353637383930", TestName = "Disguise_Hexadecimal_IsSeenThrough")]
    [TestCase("41 42 31 32 33 34 35 36 37 38 39 30", TestName = "Disguise_SpacedHexadecimal_IsSeenThrough")]
    [TestCase("id=QUIxMjM0NTY3ODkw;", TestName = "Disguise_Base64_IsSeenThrough")]
    [TestCase("0987654321BA", TestName = "Disguise_Backwards_IsSeenThrough")]
    [TestCase("%41%42%31%32%33%34%35%36%37%38%39%30", TestName = "Disguise_Percent_IsSeenThrough")]
    public void Disguise(string told)
    {
        var (replaced, _) = Replace("<a><serialNumber>AB1234567890</serialNumber></a>", $"<a><x>{told}</x></a>");

        Assert.That(replaced[1], Is.EqualTo("<a><x>***</x></a>").Or.EqualTo("<a><x>AA0000000001</x></a>").Or.Null);
    }

    [TestCase("rtsp://admin:pa/ss-Marker@10.2.3.4/x")]
    [TestCase("rtsp://10.2.3.4/x?user=a&amp;password=Marker")]
    [TestCase("/alarm?token=Marker")]
    [TestCase("Bearer 0123456789abcMarker")]
    public void Secret_InsideAValue_IsNotKept(string told) =>
        Assert.That(Replace($"<a><x>{told}</x></a>").Replaced.Single(), Does.Not.Contain("Marker"));

    [Test]
    public void Names_ThatBeginAlike_AreReplacedInSeconds()
    {
        var given = string.Concat(Enumerable.Range(0, 20_000).Select(i => $"table.ChannelTitle[{i}].Name=abcdefg{i:d6}\n"));
        var clock = System.Diagnostics.Stopwatch.StartNew();

        var (replaced, _) = Replace(given, given);

        Assert.That(replaced[0], Is.Not.Null.And.Not.Contain("abcdefg"));
        Assert.That(clock.Elapsed, Is.LessThan(TimeSpan.FromSeconds(20)));
    }

    [Test]
    public void Names_MoreThanCanBeLookedFor_KeepEveryAnswerOut()
    {
        var given = string.Concat(Enumerable.Range(0, 210_000).Select(i => $"table.T[{i}].Name={(char)('a' + (i % 26))}name{i:d6}\n"));

        Assert.That(Replace(given, "table.X=aname000000\n").Replaced, Is.All.Null);
    }

    private static (string?[] Replaced, Anonymizer Anonymizer) Replace(params string[] answers)
    {
        var anonymizer = new Anonymizer();
        var scanned = answers.Select(a => (Text: a, Leaves: LeafScanner.Scan(a))).ToImmutableArray();
        foreach (var (text, leaves) in scanned) anonymizer.Learn(text, leaves);
        anonymizer.Close();
        return ([.. scanned.Select(s => anonymizer.Replace(s.Text, s.Leaves))], anonymizer);
    }
}
