using CamMigrate.Adapters.Dahua;
using CamMigrate.Core.Ports;
using CamMigrate.Http;
using CamMigrate.Testing;
using Microsoft.Extensions.Logging.Abstractions;

namespace CamMigrate.Adapters.Tests.Dahua;

/// <summary>Readers of simulated Dahua devices, over real sockets.</summary>
internal static class DahuaReaders
{
    public static DahuaSource Source(LoginRefusals? refusals = null, CameraHttpOptions? options = null) =>
        new(refusals ?? new LoginRefusals(), options ?? new CameraHttpOptions(), NullLoggerFactory.Instance);

    public static CameraAddress AddressOf(SimulatedCamera camera) =>
        CameraAddress.Parse(FormattableString.Invariant($"http://{camera.Host}:{camera.HttpPort}"));

    public static ICameraReader Open(
        SimulatedCamera camera, string? password = null, LoginRefusals? refusals = null,
        CameraHttpOptions? options = null) =>
        Source(refusals, options).Open(
            AddressOf(camera), new Credential(camera.Username, new Secret(password ?? camera.Password)));

    public static async Task<ReadReport> ReadAsync(SimulatedCamera camera, CameraHttpOptions? options = null)
    {
        await using var reader = Open(camera, options: options);
        return await reader.ReadAsync(CancellationToken.None);
    }
}
