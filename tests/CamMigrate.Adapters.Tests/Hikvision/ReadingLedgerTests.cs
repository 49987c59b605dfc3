using CamMigrate.Core.Reading;

namespace CamMigrate.Adapters.Tests.Hikvision;

[TestFixture]
internal sealed class ReadingLedgerTests
{
    [Test]
    public void Ledger_EveryLeaf_HasOneFate()
    {
        var documents = new Documents();
        var root = documents.Add(
            "<a xmlns='urn:x'><taken>1</taken><left>2</left><list><i>x</i><i>y</i></list><ruled>3</ruled><empty/><bad>*2</bad></a>");
        root.At("TAKEN").Int();
        root.At("bad").Int();
        root.At("ruled").Ignore(IgnoreRule.Status);

        var counts = documents.Ledger.Leaves;

        using var _ = Assert.EnterMultipleScope();
        Assert.That((counts.Received, counts.Carried, counts.Ignored, counts.NotCarried), Is.EqualTo((7, 1, 2, 4)));
        Assert.That(
            documents.NotCarried, Is.EqualTo(new[] { "Doc/left", "Doc/list/i[1]", "Doc/list/i[2]", "Doc/bad" }));
    }

    [Test]
    public void Ledger_CarriedThenIgnored_StaysCarried()
    {
        var documents = new Documents();
        var leaf = documents.Add("<a><b>1</b></a>").At("b");
        leaf.Text();
        leaf.Ignore(IgnoreRule.Unused);

        Assert.That(documents.Ledger.Leaves.Carried, Is.EqualTo(1));
    }

    [TestCase("password")]
    [TestCase("userPassword")]
    [TestCase("verificationCode")]
    [TestCase("writeCommunity")]
    [TestCase("salt")]
    [TestCase("sharedKey")]
    [TestCase("WPAPassphrase")]
    public void NotCarried_Secret_HasNoValue(string name)
    {
        var documents = new Documents();
        documents.Add($"<a><{name}>marker</{name}></a>");

        var item = documents.Ledger.NotCarried().Single();

        Assert.That(
            (item.Value, item.Reason.Contains("secret", StringComparison.Ordinal)), Is.EqualTo(((string?)null, true)));
    }

    [Test]
    public void NotCarried_LongValue_IsCut()
    {
        var documents = new Documents();
        documents.Add($"<a><b>{new string('x', 10_000)}</b></a>");

        Assert.That(documents.Ledger.NotCarried().Single().Value, Has.Length.LessThan(300));
    }
}
