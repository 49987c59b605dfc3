using CamMigrate.Core.Discovery;

namespace CamMigrate.Core.Tests.Discovery;

public sealed class ClaimTests
{
    [TestCase("00-00-5E-00-53-1F", "00:00:5e:00:53:1f")]
    [TestCase("00005e00531f", "00:00:5e:00:53:1f")]
    [TestCase("0000.5e00.531f", "00:00:5e:00:53:1f")]
    [TestCase("00:00:00:00:00:00", null)]
    [TestCase("ff:ff:ff:ff:ff:ff", null)]
    [TestCase("01:00:5e:00:00:fb", null)]
    [TestCase("00:00:5e:00:53", null)]
    [TestCase("00:00:5e:00:53:1g", null)]
    [TestCase(null, null)]
    public void Mac_AnyPunctuation_IsOneForm(string? text, string? expected) => Assert.That(MacText.Normalize(text), Is.EqualTo(expected));

    [TestCase("192.168.1.64", "192.168.1.64")]
    [TestCase("0.0.0.0", null)]
    [TestCase("239.1.2.3", null)]
    [TestCase("255.255.255.255", null)]
    [TestCase("3232235840", null)]
    [TestCase("::1", null)]
    [TestCase("example.org", null)]
    public void Address_OfOneDevice_IsTaken(string text, string? expected) => Assert.That(Ipv4.Claimed(text)?.ToString(), Is.EqualTo(expected));

    [TestCase("255.255.255.0", 24)]
    [TestCase("255.255.252.0", 22)]
    [TestCase("255.0.255.0", null)]
    [TestCase("words", null)]
    public void Mask_OfConsecutiveBits_IsAPrefix(string text, int? expected) => Assert.That(Ipv4.PrefixOf(text), Is.EqualTo(expected));

    [Test]
    public void Text_Hostile_IsShortAndVisible()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Claim.Text("\u001b[31mred\u202e"), Is.EqualTo("\\u001b[31mred\\u202e"));
            Assert.That(Claim.Text(new string('x', 1_000_000)), Has.Length.LessThan(100));
            Assert.That(Claim.Text(" \0"), Is.Null);
        }
    }
}
