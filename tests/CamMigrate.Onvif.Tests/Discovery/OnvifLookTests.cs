using System.Net;
using CamMigrate.Http;
using CamMigrate.Onvif.Discovery;
using CamMigrate.Testing;
using Microsoft.Extensions.Logging.Abstractions;

namespace CamMigrate.Onvif.Tests.Discovery;

public sealed class OnvifLookTests
{
    [TestCase("face: onvif", true)]
    [TestCase("face: onvif\nlogin: {anonymousClock: false, onvif: token}", true, Description = "a fault of ONVIF's says so, too")]
    [TestCase("face: webServer", false)]
    [TestCase("face: hikvision\nhikvision: {activated: false}", false)]
    [TestCase("face: hikvision", null, Description = "asks everybody for a login")]
    [TestCase("face: onvif\nfaults: {http: entityBomb}", false)]
    public async Task Look_Device_TellsWhetherOnvifIsOn(string yaml, bool? expected)
    {
        await using var camera = await SimulatedCamera.StartAsync(yaml + "\naddress: 127.79.1.1");
        var look = new OnvifLook(new CameraHttpOptions(), NullLogger.Instance);

        var answer = await look.LookAsync(new IPEndPoint(camera.Address, camera.HttpPort), CancellationToken.None);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(answer?.Onvif, Is.EqualTo(expected));
            Assert.That(camera.Counters.FailedLogins, Is.Zero);
        }
    }
}
