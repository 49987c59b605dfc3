using CamMigrate.Core.Discovery;
using CamMigrate.Core.Errors;

namespace CamMigrate.Core.Tests.Discovery;

public sealed class AddressRangesTests
{
    [TestCase("192.0.2.0/30", "192.0.2.1 192.0.2.2")]
    [TestCase("192.0.2.9/30", "192.0.2.9 192.0.2.10")]
    [TestCase("192.0.2.8/31", "192.0.2.8 192.0.2.9")]
    [TestCase("192.0.2.7", "192.0.2.7")]
    [TestCase("192.0.2.254-192.0.3.1", "192.0.2.254 192.0.2.255 192.0.3.0 192.0.3.1")]
    [TestCase("192.0.2.7-9", "192.0.2.7 192.0.2.8 192.0.2.9")]
    [TestCase("192.0.2.9,192.0.2.7-9", "192.0.2.7 192.0.2.8 192.0.2.9")]
    public void Parse_Range_GivesItsHosts(string ranges, string expected) =>
        Assert.That(string.Join(' ', AddressRanges.Parse(ranges.Split(','))), Is.EqualTo(expected));

    [TestCase("192.0.2.0/33")]
    [TestCase("192.0.2/24")]
    [TestCase("192.0.2.9-7")]
    [TestCase("192.0.2.0/-1")]
    [TestCase("camera.example.org")]
    [TestCase("2001:db8::/64")]
    [TestCase("192.0.2.256")]
    [TestCase("0x7f.1.1.1/24/3")]
    [TestCase("")]
    public void Parse_Nonsense_SaysWhatToWrite(string range) =>
        Assert.That(() => AddressRanges.Parse([range]), Throws.TypeOf<UsageException>().With.Message.Contains("192.0.2.0/24"));

    [Test]
    public void Parse_MoreThanASlash16_IsRefusedWithTheLimit()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(AddressRanges.Parse(["10.0.0.0/16"]), Has.Length.EqualTo(65_534));
            Assert.That(() => AddressRanges.Parse(["10.0.0.0/16", "10.1.0.0/24"]),
                Throws.TypeOf<UsageException>().With.Message.Contains("65536"));
            Assert.That(() => AddressRanges.Parse(["0.0.0.0/0"]), Throws.TypeOf<UsageException>());
        }
    }
}
