using CamMigrate.Core.Ports;
using CamMigrate.Http;
using CamMigrate.Onvif.Legacy;
using CamMigrate.Testing;
using Microsoft.Extensions.Logging.Abstractions;

namespace CamMigrate.Onvif.Tests.Legacy;

/// <summary>Readers of old cameras, as the program opens them.</summary>
internal static class Old
{
    internal static OnvifCameraSource Source(int connections = 1) => new(
        new LoginRefusals(),
        new CameraHttpOptions { Timeout = TimeSpan.FromSeconds(5), Connections = connections },
        NullLoggerFactory.Instance);

    internal static CameraAddress Address(SimulatedCamera camera) =>
        new() { Host = camera.Host, Port = camera.HttpPort, Scheme = "http" };

    internal static async Task<ReadReport> ReadAsync(
        SimulatedCamera camera, string? password = null, int connections = 1)
    {
        await using var reader = Source(connections).Open(
            Address(camera), new Credential(camera.Username, new Secret(password ?? camera.Password)));
        return await reader.ReadAsync(CancellationToken.None);
    }
}
