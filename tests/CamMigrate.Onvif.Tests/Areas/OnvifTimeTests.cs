using System.Xml.Linq;
using CamMigrate.Core.Planning;
using CamMigrate.Onvif.Areas;

namespace CamMigrate.Onvif.Tests.Areas;

public sealed class OnvifTimeTests
{
    [Test]
    public void Spellings_WithSummerTime_GoFromShortToHikvisionToNone()
    {
        var zone = PosixTimeZone.Parse("CET-1CEST,M3.5.0,M10.5.0/3")!;

        Assert.That(OnvifTime.Spellings(zone), Is.EqualTo(new[]
        {
            "CET-1CEST,M3.5.0,M10.5.0/3",
            "CET-1:00:00CEST,M3.5.0/2:00:00,M10.5.0/3:00:00",
            "CET-1:00:00DST01:00:00,M3.5.0/02:00:00,M10.5.0/03:00:00",
            "CET-1",
        }));
    }

    [TestCase("EST5EDT,M3.2.0,M11.1.0")]
    [TestCase("<+0530>-5:30")]
    [TestCase("LHST-10:30LHDT-11,M10.1.0,M4.1.0")]
    [TestCase("NST3:30NDT,M3.2.0/0:01,M11.1.0/0:01")]
    public void Spellings_AllButTheLast_MeanTheSame(string posix)
    {
        var zone = PosixTimeZone.Parse(posix)!;
        var spellings = OnvifTime.Spellings(zone);

        Assert.That(spellings.SkipLast(zone.Dst is null ? 0 : 1).Select(PosixTimeZone.Parse), Is.All.EqualTo(zone));
        Assert.That(PosixTimeZone.Parse(spellings[^1])!.Offset, Is.EqualTo(zone.Offset));
    }

    [TestCase("<NTPManual><Type>IPv4</Type><IPv4Address>NTP</IPv4Address></NTPManual>", "")]
    [TestCase("<NTPManual><Type>IPv4</Type><IPv4Address>0.0.0.0</IPv4Address><DNSname></DNSname></NTPManual>", "")]
    [TestCase("<NTPManual/>", "")]
    [TestCase("<NTPManual><Type>DNS</Type><IPv4Address>0.0.0.0</IPv4Address><DNSname>pool.example</DNSname></NTPManual>", "pool.example")]
    [TestCase("<FromDHCP>true</FromDHCP><NTPFromDHCP><Type>IPv4</Type><IPv4Address>192.0.2.1</IPv4Address></NTPFromDHCP>", "")]
    public void NtpServers_Recorded_DropsWhatIsNone(string content, string expected)
    {
        var ntp = XElement.Parse($"<r><NTPInformation>{content}</NTPInformation></r>");

        Assert.That(string.Join(' ', OnvifTime.ParseCurrent(null, ntp).NtpServers!.Value), Is.EqualTo(expected));
    }
}
