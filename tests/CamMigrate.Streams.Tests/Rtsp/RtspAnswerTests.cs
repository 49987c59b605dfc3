using CamMigrate.Streams.Rtsp;

namespace CamMigrate.Streams.Tests.Rtsp;

public sealed class RtspAnswerTests
{
    [TestCase("Digest realm=\"a\", nonce=\"b\"", true, false)]
    [TestCase("digest realm=\"a\", nonce=\"b\", algorithm=md5", true, false)]
    [TestCase("Digest realm=\"a\", nonce=\"b\", algorithm=\"MD5\", qop=\"auth\"", true, false)]
    [TestCase("Digest realm=\"a\", nonce=\"b\", algorithm=SHA-256", false, false)]
    [TestCase("Basic realm=\"a\"", false, true)]
    public void Parse_Challenge_TellsTheLogin(string challenge, bool digest, bool basic)
    {
        var answer = RtspAnswer.Parse($"RTSP/1.0 401 Unauthorized\r\nCSeq: 1\r\nwww-authenticate: {challenge}");

        Assert.That((answer?.Status, answer?.TakesDigestMd5, answer?.TakesBasic), Is.EqualTo((401, digest, basic)));
    }

    [Test]
    public void Parse_TwoChallenges_BothCount()
    {
        var answer = RtspAnswer.Parse(
            "RTSP/1.0 401 X\r\nWWW-Authenticate: Digest algorithm=SHA-256\r\nWWW-Authenticate: Digest algorithm=MD5");

        Assert.That(answer?.TakesDigestMd5, Is.True);
    }

    [TestCase("HTTP/1.1 200 OK")]
    [TestCase("RTSP/1.0")]
    [TestCase("RTSP/1.0 two OK")]
    [TestCase("RTSP/1.0 99999 OK")]
    [TestCase("")]
    public void Parse_NotRtsp_IsNull(string head) => Assert.That(RtspAnswer.Parse(head), Is.Null);
}
