using CamMigrate.Core.Ports;
using CamMigrate.Core.Profiles;
using CamMigrate.Http;
using CamMigrate.Onvif.Soap;

namespace CamMigrate.Onvif.Legacy;

/// <summary>Reads one camera over ONVIF.</summary>
internal sealed class LegacyReader(CameraHttp http, OnvifSession session, TimeProvider clock) : ICameraReader
{
    /// <inheritdoc/>
    public async Task<ReadReport> ReadAsync(CancellationToken cancellationToken)
    {
        var start = clock.GetTimestamp();
        var reading = new LegacyReading(http, session, cancellationToken);
        var profile = await reading.ReadAsync();
        return http.Report(profile, reading.Ledger, reading.Notes, clock.GetElapsedTime(start));
    }

    /// <inheritdoc/>
    public async Task<ProfileSource?> IdentifyAsync(CancellationToken cancellationToken) =>
        await new LegacyReading(http, session, cancellationToken).IdentifyAsync();

    /// <inheritdoc/>
    public Task<byte[]?> SnapshotAsync(SourceStream stream, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return stream.SnapshotPath is { } path ? http.PictureAsync(path, cancellationToken) : Task.FromResult<byte[]?>(null);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => http.DisposeAsync();
}
