using System.Net;
using System.Text;
using System.Xml.Linq;
using CamMigrate.Adapters.Hikvision.Sadp;
using CamMigrate.Core.Discovery;
using CamMigrate.Http.Udp;

namespace CamMigrate.Adapters.Tests.Hikvision.Sadp;

public sealed class SadpMessageTests
{
    private const string Match = """
        <?xml version="1.0" encoding="UTF-8"?>
        <ProbeMatch><Uuid>2A1F0000-0000-1000-8000-00005E00531F</Uuid><Types>inquiry</Types><DeviceType>139266</DeviceType>
        <DeviceDescription>DS-2CD2T86G2-ISU</DeviceDescription><DeviceSN>DS-2CD2T86G2-ISU20240826AAWR000000001</DeviceSN>
        <CommandPort>8000</CommandPort><HttpPort>8081</HttpPort><MAC>00-00-5e-00-53-1f</MAC><IPv4Address>192.168.1.64</IPv4Address>
        <IPv4SubnetMask>255.255.255.0</IPv4SubnetMask><IPv4Gateway>192.168.1.1</IPv4Gateway><DHCP>false</DHCP>
        <SoftwareVersion>V5.4.5build 170124</SoftwareVersion><Encrypt>true</Encrypt><Activated>false</Activated></ProbeMatch>
        """;

    private static readonly IPAddress Sender = IPAddress.Parse("192.0.2.31");

    [Test]
    public void Parse_Match_TakesWhatItSays()
    {
        var sighting = Parse(Match).Single();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(sighting.Address, Is.EqualTo(IPAddress.Parse("192.168.1.64")));
            Assert.That(sighting.Sender, Is.EqualTo(Sender));
            Assert.That((sighting.PrefixLength, sighting.Port, sighting.Interface), Is.EqualTo((24, 8081, 2)));
            Assert.That(sighting.MacAddress, Is.EqualTo("00:00:5e:00:53:1f"));
            Assert.That((sighting.Vendor, sighting.Manufacturer, sighting.Model), Is.EqualTo(("hikvision", "Hikvision", "DS-2CD2T86G2-ISU")));
            Assert.That(sighting.SerialNumber, Is.EqualTo("DS-2CD2T86G2-ISU20240826AAWR000000001"));
            Assert.That(sighting.Firmware, Is.EqualTo("V5.4.5 build 170124"));
            Assert.That(sighting.Activation, Is.EqualTo(Activation.NotActivated));
        }
    }

    [Test]
    public void Parse_Rebrand_IsReadAsHikvisionButNotCalledSo()
    {
        var sighting = Parse(Match.Replace("DS-2CD2T86G2-ISU<", "NC308-XB<", StringComparison.Ordinal)
            .Replace("<Activated>false</Activated>", "", StringComparison.Ordinal)).Single();

        Assert.That((sighting.Vendor, sighting.Manufacturer, sighting.Activation), Is.EqualTo(("hikvision", (string?)null, (Activation?)null)));
    }

    [TestCase("<IPv4Address>239.1.2.3</IPv4Address>")]
    [TestCase("<IPv4Address>0.0.0.0</IPv4Address><HttpPort>99999999999</HttpPort>")]
    [TestCase("<IPv4Address>http://example.org</IPv4Address>")]
    [TestCase("")]
    public void Parse_AddressNoDeviceHas_IsWhereTheAnswerCameFrom(string content) => Assert.That(
        Parse($"<ProbeMatch>{content}</ProbeMatch>").Single(), Has.Property("Address").EqualTo(Sender).And.Property("Port").Null);

    [TestCase("<!DOCTYPE x [<!ENTITY a 'b'>]><ProbeMatch><DeviceSN>&a;</DeviceSN></ProbeMatch>")]
    [TestCase("<Probe><Uuid>1</Uuid><Types>inquiry</Types></Probe>")]
    [TestCase("<ProbeMatch>")]
    [TestCase("\0\0\0")]
    [TestCase("")]
    public void Parse_Other_IsNothing(string datagram) => Assert.That(Parse(datagram), Is.Empty);

    [Test]
    public void Parse_DeepAndLong_IsBounded()
    {
        var deep = string.Concat(Enumerable.Repeat("<a>", 5000));
        var name = new string('x', 60_000);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Parse("<ProbeMatch>" + deep), Is.Empty);
            Assert.That(Parse($"<ProbeMatch><DeviceDescription>{name}\u202e</DeviceDescription></ProbeMatch>").Single().Model, Has.Length.LessThan(100));
        }
    }

    [Test]
    public void Inquiry_IsWellFormedAndAsksForNothingElse()
    {
        var text = Encoding.ASCII.GetString(SadpMessage.Inquiry(Guid.Parse("2a1f0000-0000-1000-8000-00005e00531f")));

        Assert.That(text, Is.EqualTo(
            "<?xml version=\"1.0\" encoding=\"utf-8\"?><Probe><Uuid>2A1F0000-0000-1000-8000-00005E00531F</Uuid><Types>inquiry</Types></Probe>"));
        Assert.That(() => XDocument.Parse(text), Throws.Nothing);
    }

    private static List<Sighting> Parse(string text) => [.. SadpMessage.Parse(Encoding.UTF8.GetBytes(text), new UdpSender(Sender, 2))];
}
