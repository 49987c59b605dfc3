using System.Net;
using CamMigrate.Adapters.Hikvision.Sadp;
using CamMigrate.Core.Discovery;
using CamMigrate.Http;
using CamMigrate.Testing;
using Microsoft.Extensions.Logging.Abstractions;

namespace CamMigrate.Adapters.Tests.Hikvision.Sadp;

public sealed class ActivationLookTests
{
    [TestCase("", Activation.Activated)]
    [TestCase("hikvision: {activated: false}", Activation.NotActivated)]
    public async Task Look_HikvisionCamera_TellsWithoutALogin(string state, Activation expected)
    {
        await using var camera = await SimulatedCamera.StartAsync($"face: hikvision\naddress: 127.77.2.1\n{state}");

        var answer = await LookAsync(camera);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(answer, Is.EqualTo(new PortAnswer { Vendor = "hikvision", Activation = expected }));
            Assert.That((camera.Counters.FailedLogins, camera.Counters.Challenges, camera.Counters.Requests), Is.EqualTo((0, 0, 1)));
        }
    }

    [TestCase("face: webServer")]
    [TestCase("face: onvif")]
    [TestCase("face: hikvision\nfaults: {http: oversized}")]
    [TestCase("face: hikvision\nfaults: {http: entityBomb}")]
    public async Task Look_AnythingElse_IsNothing(string face)
    {
        await using var camera = await SimulatedCamera.StartAsync(face + "\naddress: 127.77.2.2");

        Assert.That(await LookAsync(camera), Is.Null);
    }

    private static Task<PortAnswer?> LookAsync(SimulatedCamera camera) =>
        new ActivationLook(new CameraHttpOptions { MaxBody = 1 << 16, Timeout = TimeSpan.FromSeconds(5) }, NullLogger.Instance)
            .LookAsync(new IPEndPoint(camera.Address, camera.HttpPort), CancellationToken.None);
}
