using System.Net;
using System.Text;
using CamMigrate.Adapters.Dahua.DhDiscover;
using CamMigrate.Core.Discovery;
using CamMigrate.Http.Udp;
using CamMigrate.Testing;

namespace CamMigrate.Adapters.Tests.Dahua.DhDiscover;

public sealed class DhDiscoverMessageTests
{
    private static readonly IPAddress Sender = IPAddress.Parse("192.0.2.40");

    [Test]
    public void Parse_Answer_TakesWhatItSays()
    {
        var sighting = Parse(Answer("""
            "DeviceType":"IPC-HFW1230S","HttpPort":8082,"Init":150,"MachineName":"Yard","Manufacturer":"Private","Vendor":"Dahua",
            "SerialNo":"6F00000PAX00001","Version":"2.800.0000016.0.R","IPv6Address":{"IPAddress":"2001:db8::1\/64"},
            "IPv4Address":{"IPAddress":"192.168.1.108","SubnetMask":"255.255.255.0","DefaultGateway":"192.168.1.1"}
            """) + "\n\0").Single();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(sighting.Address, Is.EqualTo(IPAddress.Parse("192.168.1.108")));
            Assert.That((sighting.Port, sighting.PrefixLength, sighting.MacAddress), Is.EqualTo((8082, 24, "00:00:5e:00:53:21")));
            Assert.That((sighting.Manufacturer, sighting.Model, sighting.SerialNumber), Is.EqualTo(("Dahua", "IPC-HFW1230S", "6F00000PAX00001")));
            Assert.That((sighting.Firmware, sighting.Name, sighting.Vendor), Is.EqualTo(("2.800.0000016.0.R", "Yard", "dahua")));
        }
    }

    [TestCase("150", Activation.Activated)]
    [TestCase("149", Activation.NotActivated)]
    [TestCase("1", Activation.NotActivated)]
    [TestCase("0", null)]
    [TestCase("null", null)]
    [TestCase("\"1\"", null)]
    [TestCase("1e99", null)]
    public void Parse_Init_TellsTheFactoryState(string init, Activation? expected) =>
        Assert.That(Parse(Answer($"\"Init\":{init}")).Single().Activation, Is.EqualTo(expected));

    [TestCase("not json")]
    [TestCase("{")]
    [TestCase("""{"method":"DHDiscover.search","params":{"mac":"","uni":1}}""")]
    [TestCase("""{"method":"client.notifyDevInfo","params":{"deviceInfo":[]}}""")]
    [TestCase("""{"method":7}""")]
    [TestCase("[1]")]
    public void Parse_Other_IsNothing(string text) => Assert.That(Parse(text), Is.Empty);

    [Test]
    public void Parse_Hostile_IsBounded()
    {
        var deep = string.Concat(Enumerable.Repeat("{\"a\":", 10_000));
        var sighting = Parse(Answer($"\"DeviceType\":\"{new string('x', 50_000)}\",\"SerialNo\":\"\\ud800\",\"HttpPort\":-1,\"IPv4Address\":\"no\"")).Single();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Parse(deep), Is.Empty);
            Assert.That(sighting.Model, Has.Length.LessThan(100));
            Assert.That((sighting.SerialNumber, sighting.Port, sighting.Address), Is.EqualTo(((string?)null, (int?)null, Sender)));
        }
    }

    [Test]
    public void Parse_NameInGbk_LosesTheNameNotTheDevice()
    {
        byte[] datagram = [.. Encoding.ASCII.GetBytes(Answer("\"SerialNo\":\"6F00000PAX00001\",\"MachineName\":\"@@\""))];
        var at = Array.IndexOf(datagram, (byte)'@');
        (datagram[at], datagram[at + 1]) = (0xb4, 0xf3);

        Assert.That(DhDiscoverMessage.Parse(datagram, new UdpSender(Sender, 0)).Single().SerialNumber, Is.EqualTo("6F00000PAX00001"));
    }

    [Test]
    public void Search_IsFramedAsDevicesWantIt()
    {
        var search = DhDiscoverMessage.Search();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(search[..8], Is.EqualTo(new byte[] { 0x20, 0, 0, 0, (byte)'D', (byte)'H', (byte)'I', (byte)'P' }));
            Assert.That((search[16], search[24], search.Length), Is.EqualTo((search.Length - 32, search.Length - 32, 32 + 58)));
            Assert.That(Encoding.ASCII.GetString(search[32..]), Is.EqualTo("""{"method":"DHDiscover.search","params":{"mac":"","uni":1}}"""));
        }
    }

    [Test]
    public void Parse_RecordedAnswers_GiveTheirDevice()
    {
        var files = Directory.GetFiles(Captures.Folder("dahua", "."), "DHDiscover.search.json", SearchOption.AllDirectories);
        Assert.That(files, Is.Not.Empty);

        foreach (var file in files)
        {
            var sighting = DhDiscoverMessage.Parse(File.ReadAllBytes(file), new UdpSender(Sender, 0)).Single();
            Assert.That(sighting, Has.Property("MacAddress").Not.Null.And.Property("Model").Not.Null.And.Property("SerialNumber").Not.Null
                .And.Property("Firmware").Not.Null.And.Property("Port").EqualTo(80).And.Property("PrefixLength").EqualTo(24), file);
        }
    }

    private static string Answer(string info) =>
        "\u0020\0\0\0DHIP" + """{"mac":"00:00:5e:00:53:21","method":"client.notifyDevInfo","params":{"deviceInfo":{""" + info + "}}}";

    private static List<Sighting> Parse(string text) => [.. DhDiscoverMessage.Parse(Encoding.UTF8.GetBytes(text), new UdpSender(Sender, 0))];
}
