using CamMigrate.Adapters.Dahua.Cgi;
using CamMigrate.Core.Ports;
using CamMigrate.Core.Profiles;
using CamMigrate.Http;

namespace CamMigrate.Adapters.Dahua;

/// <summary>Reads one Dahua device over CGI, or over RPC2 where it has no CGI.</summary>
internal sealed class DahuaReader(CameraHttp http, Credential login, LoginRefusals refusals, TimeProvider clock)
    : ICameraReader
{
    private static readonly TimeSpan BackupTime = TimeSpan.FromSeconds(20);

    /// <inheritdoc/>
    public async Task<ReadReport> ReadAsync(CancellationToken cancellationToken)
    {
        var start = clock.GetTimestamp();
        await using var reading = new DahuaReading(http, login, refusals, clock);
        var profile = await reading.ReadAsync(cancellationToken);
        await reading.DisposeAsync(); // the logout is one of the requests
        return http.Report(profile, reading.Ledger, reading.Notes, clock.GetElapsedTime(start));
    }

    /// <inheritdoc/>
    public async Task<ProfileSource?> IdentifyAsync(CancellationToken cancellationToken)
    {
        await using var reading = new DahuaReading(http, login, refusals, clock);
        return await reading.IdentifyAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public Task<byte[]?> SnapshotAsync(SourceStream stream, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return stream.SnapshotPath is { } path ? http.PictureAsync(path, cancellationToken) : Task.FromResult<byte[]?>(null);
    }

    /// <inheritdoc/>
    /// <remarks>All tables in one answer, where the device gives them so. They hold passwords: keep them safe.</remarks>
    public async Task<byte[]?> BackupAsync(CancellationToken cancellationToken)
    {
        const string path = CgiClient.Folder + CgiClient.AllTables;
        var request = new CameraRequest(HttpMethod.Get, path) { Timeout = BackupTime };
        var response = await http.SendAsync(request, cancellationToken);
        return response.IsSuccess && response.Body.AsSpan().StartsWith("table."u8) ? response.Body : null;
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => http.DisposeAsync();
}
