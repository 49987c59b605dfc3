using System.Xml.Linq;
using CamMigrate.Core.Errors;
using CamMigrate.Core.Ports;
using CamMigrate.Onvif.Soap;

namespace CamMigrate.Onvif.Tests.Soap;

public sealed class SoapTests
{
    [TestCase("<s:Header><w:Security></s:Header>", true)]
    [TestCase("<s:Header></s:Header>", true)]
    [TestCase("<s:Header/>", false)]
    [TestCase("", false)]
    public void WithoutHeader_AnyHeader_LeavesTheBody(string header, bool isCut)
    {
        var answer = System.Text.Encoding.UTF8.GetBytes($"<s:Envelope>{header}<s:Body>grün</s:Body></s:Envelope>");

        var rest = SoapEnvelope.WithoutHeader(answer);

        Assert.That(
            rest is null ? null : System.Text.Encoding.UTF8.GetString(rest),
            Is.EqualTo(isCut ? "<s:Envelope><s:Body>grün</s:Body></s:Envelope>" : null));
    }

    private static readonly DateTimeOffset Now = new(2026, 3, 4, 12, 0, 0, TimeSpan.Zero);

    [Test]
    public void UsernameToken_ExampleOfTheProgrammersGuide_HasItsDigest()
    {
        // The worked example of ONVIF's Application Programmer's Guide.
        var token = UsernameToken.Create(
            new Credential("user", new Secret("userpassword")),
            new DateTimeOffset(2010, 9, 16, 7, 50, 45, TimeSpan.Zero),
            Convert.FromBase64String("LKqI6G/AikKCQrN0zqZFlg=="));

        Assert.That(token.Descendants()
            .Single(e => e.Name.LocalName == "Password").Value, Is.EqualTo("tuOSpGlFlIXsozq4HFNeeGeFLEI="));
    }

    [TestCase("<s:Fault><s:Code><s:Value>s:Sender</s:Value><s:Subcode><s:Value>ter:InvalidArgVal</s:Value><s:Subcode><s:Value>ter:NoProfile</s:Value></s:Subcode></s:Subcode></s:Code></s:Fault>",
        "ter:InvalidArgVal ter:NoProfile", CameraError.Rejected)]
    [TestCase("<s:Fault><s:Code><s:Value>s:Receiver</s:Value><s:Subcode><s:Value>err:ActionNotSupported</s:Value></s:Subcode></s:Code></s:Fault>",
        "ter:ActionNotSupported", CameraError.NotSupported)]
    [TestCase("<s:Fault><s:Code><s:Value>ter:NotAuthorized</s:Value></s:Code></s:Fault>", "ter:NotAuthorized", CameraError.Rejected)]
    [TestCase("<s:Fault><faultcode>s:Client</faultcode><faultstring>Method 'GetOSDs' not implemented</faultstring></s:Fault>", null, CameraError.NotSupported)]
    [TestCase("<s:Fault/>", null, CameraError.Rejected)]
    public void Fault_AnyForm_GivesCodesAndReason(string fault, string? code, CameraError reason)
    {
        var parsed = SoapFault.Parse(XElement.Parse($"<s:Body xmlns:s='x'>{fault}</s:Body>"))!;

        Assert.That((parsed.Code, parsed.Reason), Is.EqualTo((code, reason)));
    }

    [TestCase("UTCDateTime", 0, 0)]
    [TestCase("UTCDateTime", 480, 480, Description = "a clock that is wrong by just the zone is wrong")]
    [TestCase("LocalDateTime", 480, 0, Description = "local time alone, minus the zone")]
    [TestCase("LocalDateTime", 0, 0, Description = "local time that is UTC")]
    [TestCase("LocalDateTime", 500, 20)]
    [TestCase("UTCDateTime", -600000, -600000)]
    public void Clock_OneReading_GivesTheOffset(string name, int minutes, int expected)
    {
        var answer = Answer(StubCamera.Clock(name, Now.UtcDateTime.AddMinutes(minutes), "CST-8"));

        Assert.That(ClockReading.Offset(answer, Now), Is.EqualTo(TimeSpan.FromMinutes(expected)));
    }

    [Test]
    public void Clock_LocalTimeInBothPlaces_IsSeenThrough()
    {
        var local = Now.UtcDateTime.AddHours(8);
        var answer = Answer(StubCamera.Clock("UTCDateTime", local, "CST-8").Replace("</tds:SystemDateAndTime>",
            StubCamera.Moment("LocalDateTime", local) + "</tds:SystemDateAndTime>", StringComparison.Ordinal));

        Assert.That(ClockReading.Offset(answer, Now), Is.EqualTo(TimeSpan.Zero));
    }

    [TestCase("<x/>")]
    [TestCase("<x><SystemDateAndTime><UTCDateTime><Date><Year>2026</Year><Month>13</Month><Day>1</Day></Date></UTCDateTime></SystemDateAndTime></x>")]
    public void Clock_Nonsense_IsUnknown(string xml) =>
        Assert.That(ClockReading.Offset(XElement.Parse(xml), Now), Is.Null);

    [TestCase("http://192.0.2.1:8080/onvif/Media?x=1", "/onvif/Media?x=1")]
    [TestCase("http://192.0.2.1:1000", "/")]
    [TestCase("/onvif/media", "/onvif/media")]
    [TestCase("//evil.example/x", null)]
    [TestCase("file:///etc/passwd", null)]
    [TestCase("nonsense", null)]
    public void XAddr_Any_GivesPathAlone(string address, string? path) =>
        Assert.That(ServiceAddresses.PathOf(address), Is.EqualTo(path));

    [Test]
    public void Ensure_MissingChild_StandsWhereTheSchemaHasIt()
    {
        var parent = XElement.Parse("<p><A/><C/><Vendor/></p>");

        parent.Ensure("B", "A", "B", "C");

        Assert.That(parent.Elements().Select(e => e.Name.LocalName), Is.EqualTo(new[] { "A", "B", "C", "Vendor" }));
    }

    private static XElement Answer(string content) => XElement.Parse(
        $"<r xmlns:tds='http://www.onvif.org/ver10/device/wsdl' xmlns:tt='http://www.onvif.org/ver10/schema'>{content}</r>").Elements().Single();
}
