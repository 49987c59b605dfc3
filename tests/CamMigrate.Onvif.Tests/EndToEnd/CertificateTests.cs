using System.Globalization;
using CamMigrate.Core.Errors;
using CamMigrate.Core.Ports;
using CamMigrate.Http;
using CamMigrate.Testing;

namespace CamMigrate.Onvif.Tests.EndToEnd;

public sealed class CertificateTests
{
    private const string Host = "127.41.7.3";
    private readonly string folder = Directory.CreateTempSubdirectory().FullName;

    [OneTimeTearDown]
    public void Delete() => Directory.Delete(folder, recursive: true);

    [Test]
    public async Task Connect_OtherCertificateThanBefore_ExplainsItselfAndSendsNothing()
    {
        using var pins = new CertificatePinFile(Path.Combine(folder, "pins.json"));
        int port;
        await using (var camera = await StartAsync(0))
        {
            port = camera.Camera.Endpoints.Https!.Value;
            for (var i = 0; i < 2; i++)
            {
                await using var target = await OpenAsync(camera, port, pins);
                await target.ReadAsync(CancellationToken.None);
            }
        }

        var pin = await pins.FindAsync(FormattableString.Invariant($"{Host}:{port}"), CancellationToken.None);
        await using var other = await StartAsync(port);
        var error = Assert.ThrowsAsync<CameraException>(() => OpenAsync(other, port, pins));

        using (Assert.EnterMultipleScope())
        {
            Assert.That((pin?.SerialNumber, pin?.MacAddress), Is.EqualTo(("SIM0042", "00:00:5e:00:53:42")));
            Assert.That(error.Detail, Does.Contain("certificate").And.Contain(pins.Location));
            Assert.That(other.Counters.Requests, Is.Zero);
        }
    }

    [Test]
    public async Task Connect_WrongPassword_RemembersNoCertificate()
    {
        using var pins = new CertificatePinFile(Path.Combine(folder, "none.json"));
        await using var camera = await StartAsync(0);
        var port = camera.Camera.Endpoints.Https!.Value;

        Assert.ThrowsAsync<CameraException>(() => OpenAsync(camera, port, pins, "wrong"));

        Assert.That(File.Exists(pins.Location), Is.False);
    }

    private static Task<SimulatedCamera> StartAsync(int https) => SimulatedCamera.StartAsync(
        string.Create(CultureInfo.InvariantCulture, $$"""
        face: onvif
        address: {{Host}}
        ports: {https: {{https}}}
        identity: {serialNumber: SIM0042, macAddress: 00:00:5e:00:53:42}
        """));

    private static Task<OnvifTarget> OpenAsync(
        SimulatedCamera camera, int port, CertificatePinFile pins, string? password = null)
    {
        var options = new OnvifTargetOptions
        {
            Refusals = new LoginRefusals(),
            Http = new CameraHttpOptions { Timeout = TimeSpan.FromSeconds(5), Pins = pins },
        };
        return OnvifTarget.ConnectAsync(
            new CameraAddress { Host = Host, Port = port, Scheme = "https" },
            new Credential(camera.Username, new Secret(password ?? camera.Password)), options, CancellationToken.None);
    }
}
