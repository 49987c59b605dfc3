using System.Net;
using System.Text;
using CamMigrate.Adapters.Dahua.DhDiscover;
using CamMigrate.Http.Udp;

namespace CamMigrate.Adapters.Tests.Dahua.DhDiscover;

public sealed class BinaryMessageTests
{
    private static readonly UdpSender Sender = new(IPAddress.Parse("192.0.2.41"), 3);

    [Test]
    public void Parse_Answer_TakesWhatItSays()
    {
        var sighting = BinaryMessage.Parse(Answer("00:00:5e:00:53:22IPC-HFW2100", "SerialNo:TZA000001\r\nIPv6Addr:x\r\n"), Sender).Single();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(sighting.Address, Is.EqualTo(IPAddress.Parse("192.168.1.108")));
            Assert.That((sighting.PrefixLength, sighting.Port, sighting.Interface), Is.EqualTo((24, 80, 3)));
            Assert.That((sighting.MacAddress, sighting.Model, sighting.SerialNumber), Is.EqualTo(("00:00:5e:00:53:22", "IPC-HFW2100", "TZA000001")));
        }
    }

    [Test]
    public void Parse_OldestAnswer_TakesTheModelFromItsPlace()
    {
        var sighting = BinaryMessage.Parse(Answer("00:00:5e:00:53:22", ""), Sender).Single();

        Assert.That((sighting.MacAddress, sighting.Model), Is.EqualTo(("00:00:5e:00:53:22", "IPC")));
    }

    [Test]
    public void Parse_LengthsThatLie_ReadNothingBeyond()
    {
        var answer = Answer("", "");
        (answer[2], answer[20], answer[21]) = (255, 255, 255);

        Assert.That(BinaryMessage.Parse(answer, Sender).Single().MacAddress, Is.Null);
    }

    [Test]
    public void Parse_OwnSearchOrNoise_IsNothing()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(BinaryMessage.Parse(BinaryMessage.Search(), Sender), Is.Empty);
            Assert.That(BinaryMessage.Parse(new byte[119], Sender), Is.Empty);
            Assert.That(BinaryMessage.Parse(new byte[4000], Sender), Is.Empty);
        }
    }

    [Test]
    public void Search_IsAsDevicesWantIt() => Assert.That(
        Convert.ToHexString(BinaryMessage.Search()), Is.EqualTo("A3010001" + new string('0', 24) + "02" + new string('0', 30)));

    private static byte[] Answer(string names, string lines)
    {
        var head = new byte[120];
        (head[0], head[2], head[20]) = (0xb3, (byte)names.Length, (byte)lines.Length);
        "IPC"u8.CopyTo(head.AsSpan(40));
        IPAddress.Parse("192.168.1.108").GetAddressBytes().CopyTo(head, 56);
        IPAddress.Parse("255.255.255.0").GetAddressBytes().CopyTo(head, 60);
        (head[94], head[95]) = (80, 0);
        return [.. head, .. Encoding.ASCII.GetBytes(names + lines)];
    }
}
