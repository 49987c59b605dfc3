using System.Xml.Linq;
using CamMigrate.Core.Profiles;
using CamMigrate.Onvif.Areas;
using CamMigrate.Onvif.Soap;
using CamMigrate.Onvif.Tests.Soap;

namespace CamMigrate.Onvif.Tests.Areas;

/// <summary>Values that a camera may well send and that mean nothing must not end the work.</summary>
public sealed class HostileValueTests
{
    private const string Names = "xmlns:tt='http://www.onvif.org/ver10/schema' xmlns:tds='http://www.onvif.org/ver10/device/wsdl'";

    [TestCase(9999, "UTC-14")]
    [TestCase(1, "UTC14")]
    public void Clock_AtTheEndOfTheCalendar_IsNone(int year, string zone)
    {
        var moment = new DateTime(year, year == 1 ? 1 : 12, year == 1 ? 1 : 31, 12, 0, 0, DateTimeKind.Utc);

        Assert.That(ClockReading.Offset(Clock(StubCamera.Clock("LocalDateTime", moment, zone)), DateTimeOffset.UtcNow),
            Is.Null);
    }

    [Test]
    public void Clock_ZoneInForeignDigits_IsReadWithoutZone()
    {
        var now = DateTimeOffset.UtcNow;

        Assert.That(ClockReading.Offset(Clock(StubCamera.Clock("UTCDateTime", now.UtcDateTime, "UTC\u0663")), now)!.Value.Duration(),
            Is.LessThan(TimeSpan.FromSeconds(2)));
    }

    [TestCase("0", "0.5")]
    [TestCase("-7", "0")]
    public void EncoderOptions_RangeBelowOne_IsNone(string min, string max)
    {
        var range = $"<tt:Min>{min}</tt:Min><tt:Max>{max}</tt:Max>";
        var options = OnvifEncoderOptions.Parse(
            XElement.Parse($"<r {Names}><Options><tt:H264><tt:FrameRateRange>{range}</tt:FrameRateRange></tt:H264>"
                + $"<tt:Extension><tt:H264><tt:BitrateRange>{range}</tt:BitrateRange></tt:H264></tt:Extension></Options></r>"),
            "main");

        Assert.That((options.Codecs.Single().FrameRateRange, options.Codecs.Single().Bitrate), Is.EqualTo((null as object, null as object)));
    }

    [Test]
    public void Imaging_ExposureRangeBelowZero_IsLeftOut()
    {
        var current = XElement.Parse($"<s {Names}><tt:Exposure><tt:Mode>MANUAL</tt:Mode></tt:Exposure></s>");
        var options = XElement.Parse($"<o {Names}><tt:Exposure><tt:Mode>MANUAL</tt:Mode>"
            + "<tt:ExposureTime><tt:Min>-10</tt:Min><tt:Max>-5</tt:Max></tt:ExposureTime></tt:Exposure></o>");
        var want = new ImagingSettings { Exposure = new ExposureSettings { ExposureTime = 100 } };

        Assert.That(OnvifImaging.Edit(current, want, options).Descendants().Select(e => e.Name.LocalName),
            Has.None.EqualTo("ExposureTime"));
    }

    [TestCase(-1e308, 1e308)]
    [TestCase(0, 5e-324)]
    [TestCase(3, 3)]
    public void Range_NothingToMapOnto_IsNone(double min, double max) =>
        Assert.That(OnvifXml.Range(min, max), Is.Null);

    [TestCase("Operator", UserLevel.Operator)]
    [TestCase("77", null)]
    [TestCase("0", null)]
    public void Users_LevelThatIsNoName_IsUnknown(string text, UserLevel? level)
    {
        var users = OnvifUsers.Parse(
            XElement.Parse($"<r {Names}><tds:User><tt:Username>u</tt:Username><tt:UserLevel>{text}</tt:UserLevel></tds:User></r>"));

        Assert.That(users.Single().UserLevel, Is.EqualTo(level));
    }

    private static XElement Clock(string text) =>
        XElement.Parse(text.Replace("Response>", $"Response {Names}>", StringComparison.Ordinal)
            .Replace($"</tds:GetSystemDateAndTimeResponse {Names}>", "</tds:GetSystemDateAndTimeResponse>", StringComparison.Ordinal));
}
