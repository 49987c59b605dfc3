using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using CamMigrate.Core.Discovery;
using CamMigrate.Http.Ports;
using CamMigrate.Testing;

namespace CamMigrate.Http.Tests.Ports;

public sealed class PortTests
{
    [Test]
    public async Task Probe_OpenAndClosed_AreToldApart()
    {
        using var listener = new TcpListener(IPAddress.Parse("127.78.4.1"), 0);
        listener.Start();
        var open = (IPEndPoint)listener.LocalEndpoint;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(await new TcpProbe().IsOpenAsync(open, CancellationToken.None), Is.True);
            Assert.That(await new TcpProbe().IsOpenAsync(new IPEndPoint(IPAddress.Parse("127.78.4.2"), open.Port), CancellationToken.None), Is.False);
        }
    }

    [Test]
    public async Task Rtsp_Camera_IsRecognisedWithoutALogin()
    {
        await using var camera = await SimulatedCamera.StartAsync("face: hikvision\naddress: 127.78.4.3");

        var answer = await new RtspLook().LookAsync(new IPEndPoint(camera.Address, camera.RtspPort), CancellationToken.None);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(answer, Is.EqualTo(new PortAnswer()));
            Assert.That(camera.Counters.FailedLogins, Is.Zero);
        }
    }

    [Test]
    public async Task Rtsp_WebServerOrSilence_IsNothingInTime()
    {
        await using var page = await SimulatedCamera.StartAsync("face: webServer\naddress: 127.78.4.4");
        using var silent = new TcpListener(IPAddress.Parse("127.78.4.5"), 0);
        silent.Start();
        var clock = Stopwatch.StartNew();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(await new RtspLook().LookAsync(new IPEndPoint(page.Address, page.HttpPort), CancellationToken.None), Is.Null);
            Assert.That(await new RtspLook().LookAsync((IPEndPoint)silent.LocalEndpoint, CancellationToken.None), Is.Null);
            Assert.That(clock.Elapsed, Is.LessThan(TimeSpan.FromSeconds(5)));
        }
    }
}
