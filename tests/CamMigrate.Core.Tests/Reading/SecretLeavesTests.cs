using CamMigrate.Core.Reading;

namespace CamMigrate.Core.Tests.Reading;

public sealed class SecretLeavesTests
{
    private const string Marker = "S3cretMarker";

    [TestCase("password")]
    [TestCase("AuthPassword")]
    [TestCase("PrivPasswd")]
    [TestCase("RootPwdSetValue")]
    [TestCase("ftpPass")]
    [TestCase("WEPKey1")]
    [TestCase("ehomeKey")]
    [TestCase("PSK")]
    [TestCase("wpa2Psk")]
    [TestCase("Keys")]
    [TestCase("readCommunity")]
    [TestCase("ReadCommon")]
    [TestCase("verificationCode")]
    [TestCase("SafetyCode")]
    [TestCase("pinCode")]
    [TestCase("answer")]
    [TestCase("accessToken")]
    [TestCase("clientSecret")]
    public void IsSecret_NamesOfEveryVocabulary_AreSecrets(string name) => Assert.That(SecretLeaves.IsSecret(name), Is.True);

    [TestCase("bypass")]
    [TestCase("keyFrameInterval")]
    [TestCase("videoSourceToken")]
    [TestCase("token")]
    [TestCase("OEMCode")]
    [TestCase("pingEnabled")]
    public void IsSecret_HarmlessNames_AreNone(string name) => Assert.That(SecretLeaves.IsSecret(name), Is.False);

    [TestCase("rtsp://admin:S3cretMarker@192.0.2.1/")]
    [TestCase("rtsp://admin:S3cret/Marker?#@192.0.2.1/")]
    [TestCase("admin:S3cretMarker@192.0.2.1")]
    [TestCase("rtsp://192.0.2.1/live?user=admin&password=S3cretMarker")]
    [TestCase("/alarm?token=S3cretMarker")]
    [TestCase("/alarm?a=1&access_token=S3cretMarker")]
    [TestCase("/cgi?x=1&apiKey=S3cretMarker")]
    [TestCase("/go?to=rtsp%3A%2F%2Fadmin%3AS3cretMarker%40192.0.2.1")]
    [TestCase("/go?to=rtsp%253A%252F%252Fadmin%253AS3cretMarker%2540192.0.2.1")]
    [TestCase("Basic YWRtaW46UzNjcmV0TWFya2Vy")]
    [TestCase("Bearer S3cretMarker0123")]
    [TestCase("{\"user\":\"a\",\"password\":\"S3cretMarker\"}")]
    [TestCase("{\"token\": \"S3cretMarker\"}")]
    [TestCase("-----BEGIN RSA PRIVATE KEY-----S3cretMarker")]
    public void HoldsLogin_SecretsInValues_AreSeen(string value) => Assert.That(SecretLeaves.HoldsLogin(value), Is.True);

    [TestCase("http://192.0.2.1:8080/alarm")]
    [TestCase("/cam/realmonitor?channel=1&subtype=0")]
    [TestCase("someone@example.com")]
    [TestCase("sip:1001@example.com")]
    [TestCase("Basic Settings")]
    [TestCase("Code: north gate")]
    [TestCase("12:30")]
    [TestCase("00:00:5e:00:53:01")]
    [TestCase("2001:db8::1")]
    public void HoldsLogin_HarmlessValues_AreNone(string value) => Assert.That(SecretLeaves.HoldsLogin(value), Is.False);

    [Test]
    public void HoldsLogin_ValueMadeToBeSearchedLong_EndsSoon()
    {
        var value = string.Concat(Enumerable.Repeat("://:", 1 << 20));

        Assert.That(SecretLeaves.HoldsLogin(value), Is.False);
    }

    [TestCase("/alarm?sid=S3cretMarker")]
    [TestCase("/alarm?S3cretMarker")]
    [TestCase("https://hooks.example/in?x=1&y=S3cretMarker#z")]
    [TestCase("rtsp://admin:S3cretMarker@192.0.2.1/")]
    public void Fates_CarriedAddress_ShowsNoParameter(string value)
    {
        var ledger = new ReadingLedger();
        var root = new AnswerNode("hosts");
        var leaf = root.Add(new AnswerNode("url", value, "/url"));
        ledger.Ask("hosts", isAdvertised: true).Answer(root);

        leaf.Taken();

        Assert.That(ledger.Fates().Single().Value ?? "", Does.Not.Contain(Marker));
    }

    [Test]
    public void Fates_ParametersOfAStream_AreShown()
    {
        var ledger = new ReadingLedger();
        ledger.Ask("stream", isAdvertised: true).Answer(new AnswerNode("uri", "/cam/realmonitor?channel=1&subtype=0&unicast=true"));

        Assert.That(ledger.Fates().Single().Value, Is.EqualTo("/cam/realmonitor?channel=1&subtype=0&unicast=true"));
    }
}
