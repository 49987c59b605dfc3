using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using CamMigrate.Core.Errors;

namespace CamMigrate.Http.Tests;

[TestFixture]
internal sealed class TlsTests
{
    private readonly X509Certificate2 certificate = SelfSigned();
    private string folder = "";

    [SetUp]
    public void MakeFolder() => folder = Directory.CreateTempSubdirectory("pins").FullName;

    [TearDown]
    public void RemoveFolder() => Directory.Delete(folder, recursive: true);

    [OneTimeTearDown]
    public void Release() => certificate.Dispose();

    [Test]
    public async Task Https_SelfSigned_IsTakenAndLoginWorks()
    {
        var digest = new DigestServer();
        await using var server = new ScriptedServer(digest.Answer, certificate);
        await using var http = Sessions.With(server, scheme: "https://");

        Assert.That((await http.GetAsync("/x")).Status, Is.EqualTo(200));
        Assert.That(server.Connections, Is.EqualTo(1));
    }

    [Test]
    public async Task NoScheme_PortSpeaksTls_IsFound()
    {
        await using var server = new ScriptedServer(_ => WireReply.Text(200, ""), certificate);
        await using var http = Sessions.With(server, scheme: "");

        Assert.That((await http.GetAsync("/x")).Status, Is.EqualTo(200));
        Assert.That(http.Origin!.Scheme, Is.EqualTo("https"));
    }

    [TestCase(1)]
    [TestCase(4)]
    public async Task Https_CertificateChangesWithinASession_NoLoginGoesThere(int connections)
    {
        using var other = SelfSigned();
        var digest = new DigestServer();
        await using var server = new ScriptedServer(r => digest.Answer(r) with { Close = true }, certificate)
        {
            CertificateOf = connection => connection <= 3 ? certificate : other,
        };
        await using var http = Sessions.With(
            server, new CameraHttpOptions { Connections = connections, ReadOnly = true }, scheme: "https://");
        await http.GetAsync("/x");

        var failures = await Task.WhenAll(Enumerable.Range(0, 8).Select(async i =>
        {
            try
            {
                await http.GetAsync("/y");
                return null;
            }
            catch (CameraException e)
            {
                return e;
            }
        }));

        Assert.That(failures.OfType<CameraException>().Select(e => e.Detail), Is.Not.Empty.And.All.Contain("not the one this camera had before"));
        Assert.That(digest.Seen, Has.Count.LessThanOrEqualTo(3), "requests after the change");
    }

    [Test]
    public async Task Http_PortSpeaksTls_SaysSo()
    {
        await using var server = new ScriptedServer(_ => WireReply.Text(200, ""), certificate);
        await using var http = Sessions.With(server);

        Assert.That(
            Assert.ThrowsAsync<CameraException>(() => http.GetAsync("/x"))!.Detail,
            Does.Contain("speaks TLS").And.Contain("https://"));
    }

    [Test]
    public async Task Https_PortSpeaksPlain_SaysSo()
    {
        await using var server = new ScriptedServer(_ => WireReply.Text(200, ""));
        await using var http = Sessions.With(server, scheme: "https://");

        Assert.That(
            Assert.ThrowsAsync<CameraException>(() => http.GetAsync("/x"))!.Detail,
            Does.Contain("speaks plain HTTP").And.Contain("http://"));
    }

    [Test]
    public async Task Redirect_ToHttpsOnSameHost_IsFollowedBeforeTheLogin()
    {
        var digest = new DigestServer();
        await using var secure = new ScriptedServer(digest.Answer, certificate);
        await using var plain = new ScriptedServer(
            r => WireReply.Text(301, "", $"Location: https://{secure.Host}{r.Target}"));
        await using var http = Sessions.With(plain);

        await http.GetAsync("/x");
        await http.GetAsync("/y");

        using var _ = Assert.EnterMultipleScope();
        Assert.That(plain.Requests.Select(r => r.Authorization), Is.EqualTo(new string?[] { null }));
        Assert.That(digest.Seen, Has.Count.EqualTo(2));
        Assert.That(http.Requests, Is.EqualTo(4));
    }

    [Test]
    public async Task Pin_SameCertificate_IsRememberedWithTheCamera()
    {
        await using var server = new ScriptedServer(_ => WireReply.Text(200, ""), certificate);
        using var pins = new CertificatePinFile(Path.Combine(folder, "sub", "pins.json"));
        for (var i = 0; i < 2; i++)
        {
            await using var http = Sessions.With(server, new CameraHttpOptions { Pins = pins }, scheme: "https://");
            await http.GetAsync("/x");
            await http.ConfirmIdentityAsync("SN1", "00:00:5e:00:53:01", CancellationToken.None);
        }

        var pin = await pins.FindAsync(server.Host, CancellationToken.None);
        using var _ = Assert.EnterMultipleScope();
        Assert.That(pin!.SerialNumber, Is.EqualTo("SN1"));
        Assert.That(Directory.GetFiles(Path.Combine(folder, "sub")), Has.Length.EqualTo(1));
        if (!OperatingSystem.IsWindows())
            Assert.That(
                File.GetUnixFileMode(pins.Location), Is.EqualTo(UnixFileMode.UserRead | UnixFileMode.UserWrite));
    }

    [Test]
    public async Task Pin_OtherCertificate_IsAnErrorThatExplainsItselfAndSendsNothing()
    {
        await using var server = new ScriptedServer(_ => WireReply.Text(200, ""), certificate);
        using var pins = new CertificatePinFile(Path.Combine(folder, "pins.json"));
        await pins.ConfirmAsync(server.Host, new CertificatePin("AB12", "SN1", null), CancellationToken.None);
        await using var http = Sessions.With(server, new CameraHttpOptions { Pins = pins }, scheme: "https://");

        var error = Assert.ThrowsAsync<CameraException>(() => http.GetAsync("/x"));

        using var _ = Assert.EnterMultipleScope();
        Assert.That(error!.Detail, Does.Contain("certificate").And.Contain(pins.Location));
        Assert.That(server.Requests, Is.Empty);
    }

    [Test]
    public void PinFile_Broken_IsAUsageError()
    {
        var path = Path.Combine(folder, "pins.json");
        File.WriteAllText(path, "{");
        using var pins = new CertificatePinFile(path);

        Assert.ThrowsAsync<UsageException>(() => pins.FindAsync("a", CancellationToken.None));
    }

    private static X509Certificate2 SelfSigned()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=camera", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var made = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pfx), null);
    }
}
