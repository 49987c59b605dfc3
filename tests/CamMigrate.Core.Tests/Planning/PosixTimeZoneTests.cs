using CamMigrate.Core.Planning;

namespace CamMigrate.Core.Tests.Planning;

public sealed class PosixTimeZoneTests
{
    // Spellings that devices were seen to use, and the rule each means.
    [TestCase("UTC5:0", "UTC5")]
    [TestCase("UTC5UTC", "UTC5")]
    [TestCase("COT5", "UTC5")]
    [TestCase("CST6CDT:", "CST6")]
    [TestCase("CST+8:00:00", "CST8")]
    [TestCase("CST-1:00:00DST01:00:00,M3.5.0/02:00:00,M10.5.0/03:00:00", "CET-1CEST,M3.5.0,M10.5.0/3")]
    [TestCase("CST7:00:00DST01:00:00,M3.2.0/02:00:00,M11.1.0/02:00:00", "MST7MDT,M3.2.0,M11.1.0")]
    [TestCase("EST+5:00:00EDT04:00:00,M3.5.0/01:00:00,M10.5.0/02:00:00", "EST5EDT,M3.5.0/1,M10.5.0")]
    [TestCase("CST-0:00:00DST01:00:00,M3.5.0/01:00:00,M10.5.0/02:00:00", "GMT0BST,M3.5.0/1,M10.5.0")]
    [TestCase("<+1030>-10:30<+11>-11,M10.1.0,M4.1.0", "CST-10:30DST00:30:00,M10.1.0/02:00:00,M4.1.0/02:00:00")]
    public void Parse_SpellingsOfDevices_MeanTheSame(string spelling, string same)
    {
        var zone = PosixTimeZone.Parse(spelling);

        Assert.That(zone, Is.Not.Null.And.EqualTo(PosixTimeZone.Parse(same)));
    }

    [TestCase("GMT0BST,M3.5.0/1,M10.5.0")]
    [TestCase("EST5EDT,M3.2.0,M11.1.0")]
    [TestCase("CST-8")]
    [TestCase("NST3:30NDT,M3.2.0,M11.1.0")]
    public void ToString_ShortForm_ComesBack(string text) => Assert.That(PosixTimeZone.Parse(text)!.ToString(), Is.EqualTo(text));

    [TestCase("GMT0BST,M3.5.0/1,M10.5.0", "GMT0")]
    [TestCase("CET-1CEST,M3.5.0,M10.5.0/3", "CET-1CEST,M3.4.0,M10.5.0/3")]
    [TestCase("CST-8", "CST8")]
    public void Equals_OtherMeaning_Differs(string a, string b) =>
        Assert.That(PosixTimeZone.Parse(a), Is.Not.EqualTo(PosixTimeZone.Parse(b)));

    [TestCase("")]
    [TestCase("Europe/Berlin")]
    [TestCase("CST+99")]
    [TestCase("CET-1CEST,M13.5.0,M10.5.0/3")]
    [TestCase("UTC0;reboot")]
    public void Parse_NoRule_IsNull(string text) => Assert.That(PosixTimeZone.Parse(text), Is.Null);

    [Test]
    public void Parse_EndlessText_IsNullAtOnce() => Assert.That(PosixTimeZone.Parse(new string('A', 1_000_000)), Is.Null);
}
