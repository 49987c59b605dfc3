using CamMigrate.Core.Ports;
using CamMigrate.Streams.Ffmpeg;

namespace CamMigrate.Streams.Tests.Ffmpeg;

public sealed class ScrubberTests
{
    private const string Password = "s3cret@p/ss word'%";
    private static readonly Scrubber Scrubber = Scrubber.For(new Credential("admin", new Secret(Password)));

    [TestCase(
        "Impossible to open 'rtsp://admin:s3cret%40p%2Fss%20word%27%25@192.0.2.1:554/a'",
        "Impossible to open 'rtsp://192.0.2.1:554/a'")]
    [TestCase("rtsp://user:other@host/a rtsps://x:y@z/", "rtsp://host/a rtsps://z/")]
    [TestCase("wrong " + Password + " here", "wrong *** here")]
    [TestCase("s3cret%40p%2fss%20word%27%25", "***")]
    [TestCase("Basic YWRtaW46czNjcmV0QHAvc3Mgd29yZCcl", "Basic ***")]
    [TestCase("two\nlines\u001b[31m", "two\nlines[31m")]
    public void Clean_TextWithLogin_HasNone(string said, string clean) =>
        Assert.That(Scrubber.Clean(said), Is.EqualTo(clean));

    [Test]
    public void Clean_NoPassword_UserInfoGoesAllTheSame() =>
        Assert.That(Scrubber.None.Clean("rtsp://a:b@c/"), Is.EqualTo("rtsp://c/"));
}
