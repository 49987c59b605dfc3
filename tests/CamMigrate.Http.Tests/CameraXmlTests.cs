using System.Text;
using System.Xml.Linq;
using CamMigrate.Core.Errors;

namespace CamMigrate.Http.Tests;

[TestFixture]
internal sealed class CameraXmlTests
{
    private const string Request = "cam: GET /x";

    [TestCase("<!DOCTYPE a [<!ENTITY x \"yyyyyyyyyy\"><!ENTITY z \"&x;&x;&x;\">]><a>&z;</a>", "entities")]
    [TestCase("<!DOCTYPE a SYSTEM \"file:///etc/passwd\"><a/>", "entities")]
    [TestCase("<!DOCTYPE html><html><body>Login</body></html>", "web page")]
    [TestCase("\r\n  <HTML><p>unclosed", "web page")]
    [TestCase("<a><b>", "broken off")]
    [TestCase("   ", "empty")]
    [TestCase("\u0001\u0002", "broken off")]
    public void Parse_NotADocument_SaysWhat(string text, string words)
    {
        var error = Assert.Throws<CameraException>(
            () => CameraXml.Parse(Encoding.UTF8.GetBytes(text), Request, "an ISAPI document", tolerant: true));

        Assert.That((error!.Reason, error.Detail), Is.EqualTo((CameraError.BadResponse, error.Detail)));
        Assert.That(error.Message, Does.StartWith(Request).And.Contain(words));
    }

    [Test]
    public void Parse_NestedWithoutEnd_IsRefused()
    {
        var deep = string.Concat(Enumerable.Repeat("<a>", 100_000)) + string.Concat(Enumerable.Repeat("</a>", 100_000));

        Assert.Throws<CameraException>(() => CameraXml.Parse(Encoding.UTF8.GetBytes(deep), Request, "x"));
    }

    [TestCase("<?xml version=\"1.0\" encoding=\"gb2312\"?><a>x</a>", "x")]
    [TestCase("<?xml version:'1.0' ?><a>x</a>", "x")]
    public void Parse_PrologThatCannotBeUsed_IsPassedOver(string text, string value) =>
        Assert.That(CameraXml.Parse(Encoding.UTF8.GetBytes(text), Request, "x").Value, Is.EqualTo(value));

    [Test]
    public void Parse_Utf16AndBrokenUtf8_AreRead()
    {
        var utf16 = Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes("<a>é</a>")).ToArray();
        var latin = Encoding.Latin1.GetBytes("<a>é</a>");

        Assert.That(CameraXml.Parse(utf16, Request, "x").Value, Is.EqualTo("é"));
        Assert.That(CameraXml.Parse(latin, Request, "x").Value, Is.EqualTo("é"));
    }

    [Test]
    public void Parse_Tolerant_StripsControlsAndKnowsPrefixes()
    {
        var text = Encoding.UTF8.GetBytes("<s:Envelope><s:Body><tds:X>a\u0008b</tds:X></s:Body></s:Envelope>\0");

        var root = CameraXml.Parse(text, Request, "x", tolerant: true);

        Assert.That(root.At("Body", "X").AsText(), Is.EqualTo("ab"));
        Assert.That(root.Name.NamespaceName, Is.EqualTo("http://www.w3.org/2003/05/soap-envelope"));
        Assert.Throws<CameraException>(() => CameraXml.Parse(text, Request, "x"));
    }

    [Test]
    public void Walk_NamesAndValues_AreReadWithoutNamespace()
    {
        var root = XElement.Parse("<a xmlns='urn:1'><b xmlns='urn:2'><C> 12 </C><d>TRUE</d><e>1.5</e><f/></b><b/></a>");

        using var _ = Assert.EnterMultipleScope();
        Assert.That(root.At("b", "C").AsInt(), Is.EqualTo(12));
        Assert.That(root.At("b", "c"), Is.Null);
        Assert.That(root.AtAnyCase("B", "c").AsDouble(), Is.EqualTo(12));
        Assert.That(root.At("b", "d").AsBool(), Is.True);
        Assert.That(root.At("b", "e").AsInt(), Is.Null);
        Assert.That(root.At("b", "f").AsText(), Is.Null);
        Assert.That(root.Children("b").Count(), Is.EqualTo(2));
    }

    [Test]
    public void Clip_HostileText_IsOneVisibleLine() =>
        Assert.That(
            Printable.Clip("a\u001b[31m\r\nb\u202e" + new string('c', 200), 20),
            Is.EqualTo("a\\u001b[31m\\u000d\\u000a..."));

    [Test]
    public void Clip_AddressWithLogin_HidesIt() =>
        Assert.That(Printable.Clip("see rtsp://user:secret@192.0.2.1/a"), Is.EqualTo("see rtsp://***@192.0.2.1/a"));
}
