using System.Xml.Linq;
using CamMigrate.Core.Ports;
using CamMigrate.Onvif.Reading;

namespace CamMigrate.Onvif.Tests.Reading;

public sealed class StreamAddressTests
{
    [TestCase("rtsp://10.0.0.1:8554/a?b=1&amp;c=2", "rtsp://192.0.2.7:8554/a?b=1&c=2")]
    [TestCase("rtsp://10.0.0.1/a", "rtsp://192.0.2.7/a")]
    [TestCase("rtsp://user:pass@10.0.0.1/a?b=1&amp;amp;c=2", "rtsp://192.0.2.7/a?b=1&c=2")]
    [TestCase("rtsps://10.0.0.1:322/a", "rtsps://192.0.2.7:322/a")]
    public void Parse_Rtsp_KeepsPortAndPathOnOurHost(string uri, string expected)
    {
        var (address, problem) = Parse(uri);

        Assert.That((address?.ToString(), problem), Is.EqualTo((expected, (string?)null)));
    }

    [TestCase("file:///etc/passwd")]
    [TestCase("http://10.0.0.1/a")]
    [TestCase("rtsp://10.0.0.1/a&#10;-i /etc/passwd")]
    [TestCase("concat:a|b")]
    [TestCase("")]
    public void Parse_Anything_IsAProblem(string uri)
    {
        var (address, problem) = Parse(uri);

        Assert.That(address, Is.Null);
        Assert.That(problem, Is.Not.Null);
    }

    private static (Uri?, string?) Parse(string uri) =>
        StreamAddress.Parse(XElement.Parse($"<r><MediaUri><Uri>{uri}</Uri></MediaUri></r>"),
            CameraAddress.Parse("http://192.0.2.7:81"));
}
