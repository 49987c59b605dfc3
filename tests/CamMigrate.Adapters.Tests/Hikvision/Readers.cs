using CamMigrate.Adapters.Hikvision;
using CamMigrate.Core.Ports;
using CamMigrate.Http;
using CamMigrate.Testing;
using Microsoft.Extensions.Logging.Abstractions;

namespace CamMigrate.Adapters.Tests.Hikvision;

/// <summary>Readers of simulated cameras, over real sockets.</summary>
internal static class Readers
{
    public static HikvisionSource Source(LoginRefusals? refusals = null, CameraHttpOptions? options = null) =>
        new(refusals ?? new LoginRefusals(), options ?? new CameraHttpOptions(), NullLoggerFactory.Instance);

    public static CameraAddress Address(this SimulatedCamera camera) =>
        CameraAddress.Parse(FormattableString.Invariant($"http://{camera.Host}:{camera.HttpPort}"));

    public static ICameraReader Open(
        this SimulatedCamera camera, string? password = null, LoginRefusals? refusals = null,
        CameraHttpOptions? options = null) =>
        Source(refusals, options).Open(
            camera.Address(), new Credential(camera.Username, new Secret(password ?? camera.Password)));

    public static async Task<ReadReport> ReadAsync(this SimulatedCamera camera, CameraHttpOptions? options = null)
    {
        await using var reader = camera.Open(options: options);
        return await reader.ReadAsync(CancellationToken.None);
    }
}
