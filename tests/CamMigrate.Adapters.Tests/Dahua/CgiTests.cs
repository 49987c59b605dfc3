using System.Text;
using System.Text.Json;
using CamMigrate.Adapters.Dahua.Cgi;
using CamMigrate.Adapters.Dahua.Rpc;
using CamMigrate.Core.Errors;
using CamMigrate.Core.Ports;
using CamMigrate.Core.Reading;

namespace CamMigrate.Adapters.Tests.Dahua;

/// <summary>The wire: lines, letters, trees, the answer to a challenge.</summary>
[TestFixture]
internal sealed class CgiTests
{
    [Test]
    public void Tree_Lines_ReachesMembersAndElementsByName()
    {
        var tree = DahuaDocumentSet.Tree(
            "Encode", "table.Encode[0].MainFormat[0].Video.FPS=25\r\ntable.Encode[0].MainFormat[10].Video.FPS=a=b \r\n");

        using var _ = Assert.EnterMultipleScope();
        Assert.That(tree.At("0", "MainFormat", "0", "Video", "FPS").Peek(), Is.EqualTo("25"));
        Assert.That(tree.At("0", "MainFormat", "10", "Video", "FPS").Peek(), Is.EqualTo("a=b"),
            "split at the first sign");
        Assert.That(tree.At("0", "MainFormat", "10", "Video", "FPS")!.Place(),
            Is.EqualTo("[0].MainFormat[10].Video.FPS"));
    }

    [TestCase("table.VideoInDenoise[0][1].3DManulType.SnfLevel=5", "VideoInDenoise", "[0][1].3DManulType.SnfLevel")]
    [TestCase("table.RemoteDevice.uuid:System_CONFIG_NETCAMERA_INFO_0.Address=x", "RemoteDevice",
        ".uuid:System_CONFIG_NETCAMERA_INFO_0.Address")]
    [TestCase("VideoStandard=PAL", "VideoStandard", "")]
    public void Tree_OddNames_KeepTheirPlace(string line, string name, string place) =>
        Assert.That(DahuaDocumentSet.Tree(name, line).Leaves().Single().Place(), Is.EqualTo(place));

    [TestCase("table.WLan.eth2.Keys[0]=hidden-marker")]
    [TestCase("table.WLan.eth2.WPAPassword=hidden-marker")]
    [TestCase("table.SNMP.ReadCommon=hidden-marker")]
    [TestCase("table.X.KeyPwd=hidden-marker")]
    public void Tree_Secrets_AreHiddenBeforeAnyoneSeesThem(string line)
    {
        var leaf = DahuaDocumentSet.Tree("WLan", line).Leaves().Single();

        Assert.That(leaf.Value, Is.EqualTo("******"));
    }

    [Test]
    public void Tree_NameTwice_LosesNeither()
    {
        var tree = DahuaDocumentSet.Tree("X", "table.X.A=1\ntable.X.A=2\n");

        Assert.That(tree.Leaves().Select(l => l.Value), Is.EqualTo(new[] { "1", "2" }));
        Assert.That(tree.At("A").Peek(), Is.EqualTo("1"));
    }

    [Test]
    public void Lines_OfThreeEncodings_SurviveEachOnItsOwn()
    {
        byte[] body = [.. "a=\u5317\u95e8\r\n"u8, .. "b="u8, 0xb1, 0xb1, 0xc3, 0xc5, (byte)'\n', .. "c="u8, 0xff,
            (byte)'x'];

        var lines = CgiText.Lines(body, out var isGuessed);

        Assert.That(isGuessed, Is.True);
        Assert.That(lines[..2], Is.EqualTo(new[] { "a=\u5317\u95e8", "b=\u5317\u95e8" }));
        Assert.That(lines[2], Does.StartWith("c=").And.EndsWith("x"));
    }

    [Test]
    public void Parse_NoNamesAndValues_IsRefused()
    {
        Assert.Throws<CameraException>(() => CgiTable.Parse(["<html>"], "table", "test"));
        Assert.Throws<CameraException>(
            () => CgiTable.Parse(["a" + string.Concat(Enumerable.Repeat(".b", 40)) + "=1"], "table", "test"));
    }

    [Test]
    public void Password_OfAChallenge_IsTheChainOfHashes()
    {
        // MD5("admin:Login to 1234:secret") = inner, MD5("admin:567890:" + INNER), both in capitals; by openssl.
        var answer = RpcPassword.Answer("Default", "Login to 1234", "567890",
            new Credential("admin", new Secret("secret")));

        Assert.That(answer, Is.EqualTo("04614D5310C97780385801EE14E15DBE"));
        Assert.That(RpcPassword.Answer("OldDigest", "r", "1", new Credential("a", new Secret("b"))), Is.Null);
    }

    [Test]
    public void RpcTree_Json_IsTheSameTreeAsItsLines()
    {
        using var json = JsonDocument.Parse("""
            [{"MainFormat":[{"Video":{"FPS":12.5,"Compression":"H.265"},"VideoEnable":true,"Nothing":null}]}]
            """);

        var leaves = RpcTree.Tree("Encode", json.RootElement).Leaves().Select(l => $"{l.Place()}={l.Value}");

        Assert.That(leaves, Is.EquivalentTo(new[]
        {
            "[0].MainFormat[0].Video.FPS=12.5", "[0].MainFormat[0].Video.Compression=H.265",
            "[0].MainFormat[0].VideoEnable=true",
        }));
    }

    [TestCase("{}")]
    [TestCase("[1]")]
    [TestCase("{\"result\":")]
    [TestCase("<html>")]
    public void Reply_ThatIsNone_IsNull(string body) =>
        Assert.That(RpcReply.Parse(Encoding.UTF8.GetBytes(body)), Is.Null);
}
