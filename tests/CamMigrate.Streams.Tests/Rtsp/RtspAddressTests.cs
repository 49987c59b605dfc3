using CamMigrate.Core.Errors;
using CamMigrate.Core.Ports;
using CamMigrate.Streams.Rtsp;

namespace CamMigrate.Streams.Tests.Rtsp;

public sealed class RtspAddressTests
{
    [TestCase(
        "rtsp://192.0.2.1/Streaming/Channels/101?transportmode=unicast&profile=Profile_1",
        "rtsp://192.0.2.1:554/Streaming/Channels/101?transportmode=unicast&profile=Profile_1")]
    [TestCase("rtsp://user:pass@cam-1.example:8554", "rtsp://cam-1.example:8554/")]
    [TestCase("rtsp://[2001:db8::1]:554/a", "rtsp://[2001:db8::1]:554/a")]
    [TestCase("rtsp://192.0.2.1/a b\"c", "rtsp://192.0.2.1:554/a%20b%22c")]
    public void From_GoodAddress_IsWithoutLogin(string uri, string url) =>
        Assert.That(RtspAddress.From(new Uri(uri)).Url, Is.EqualTo(url));

    [TestCase("http://192.0.2.1/a", "badAddress")]
    [TestCase("file:///etc/passwd", "badAddress")]
    [TestCase("rtsps://192.0.2.1/a", "rtspsNotSupported")]
    [TestCase("rtsp://192.0.2.1/a'\\noption x", "badAddress")]
    [TestCase("rtsp://192.0.2.1/it's", "badAddress")]
    public void From_HostileAddress_IsRefused(string uri, string code)
    {
        var error = Assert.Throws<CameraException>(() => RtspAddress.From(new Uri(uri)));

        Assert.That(error.Code, Is.EqualTo(code));
    }

    [Test]
    public void From_LongPath_IsRefused() =>
        Assert.That(
            () => RtspAddress.From(new Uri("rtsp://192.0.2.1/" + new string('a', 2000))),
            Throws.TypeOf<CameraException>());

    [Test]
    public void Script_PasswordOfAnyCharacters_StaysInItsQuotes()
    {
        var address = RtspAddress.From(new Uri("rtsp://192.0.2.1/a"));

        var script = address.Script(
            new Credential("ad min", new Secret("a'b\n@:/\\é")), TimeSpan.FromSeconds(5), "timeout");

        Assert.That(
            script,
            Is.EqualTo(
                "ffconcat version 1.0\nfile 'rtsp://ad%20min:a%27b%0A%40%3A%2F%5C%C3%A9@192.0.2.1:554/a'\noption "
                    + "rtsp_transport tcp\noption allowed_media_types video\noption timeout 5000000\n"));
    }

    [Test]
    public void Script_UserWithColon_IsRefused() => Assert.That(
        () => RtspAddress.From(new Uri("rtsp://h/a"))
            .Script(new Credential("a:b", new Secret("c")), TimeSpan.FromSeconds(5), "timeout"),
        Throws.TypeOf<CameraException>().With.Property("Code").EqualTo("loginNotSupported"));
}
