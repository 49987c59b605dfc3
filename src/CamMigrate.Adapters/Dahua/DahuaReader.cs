using CamMigrate.Adapters.Dahua.Cgi;
using CamMigrate.Core.Errors;
using CamMigrate.Core.Ports;
using CamMigrate.Core.Profiles;
using CamMigrate.Http;

namespace CamMigrate.Adapters.Dahua;

/// <summary>Reads one Dahua device over CGI, or over RPC2 where it has no CGI.</summary>
internal sealed class DahuaReader(CameraHttp http, Credential login, LoginRefusals refusals, TimeProvider clock)
    : ICameraReader
{
    private const int LongestPicture = 16 << 20;
    private static readonly TimeSpan PictureTime = TimeSpan.FromSeconds(20);

    /// <inheritdoc/>
    public async Task<ReadReport> ReadAsync(CancellationToken cancellationToken)
    {
        var start = clock.GetTimestamp();
        await using var reading = new DahuaReading(http, login, refusals, clock);
        var profile = await reading.ReadAsync(cancellationToken);
        await reading.DisposeAsync(); // the logout is one of the requests
        return new ReadReport
        {
            Profile = profile,
            Findings = reading.Notes.Findings,
            Documents = reading.Ledger.Documents,
            Leaves = reading.Ledger.Leaves,
            DocumentFates = reading.Ledger.DocumentFates(),
            Fates = reading.Ledger.Fates(),
            Requests = http.Requests,
            RefusedLogins = http.RefusedLogins,
            Elapsed = clock.GetElapsedTime(start),
        };
    }

    /// <inheritdoc/>
    public async Task<ProfileSource?> IdentifyAsync(CancellationToken cancellationToken)
    {
        await using var reading = new DahuaReading(http, login, refusals, clock);
        return await reading.IdentifyAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<byte[]?> SnapshotAsync(SourceStream stream, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(stream);
        if (stream.SnapshotPath is not { } path) return null;
        var request = new CameraRequest(HttpMethod.Get, path) { MaxBody = LongestPicture, Timeout = PictureTime };
        var response = await http.SendAsync(request, cancellationToken);
        if (response.Status is 400 or 403 or 404) return null;
        if (response.IsSuccess && response.Body is [0xFF, 0xD8, 0xFF, ..]) return response.Body;
        throw new CameraException(
            CameraError.BadResponse, response.Request,
            FormattableString.Invariant($"the camera answered HTTP {response.Status} with no JPEG picture. ")
                + "Look at the picture on the camera's own page.")
        {
            HttpStatus = response.Status,
        };
    }

    /// <inheritdoc/>
    /// <remarks>All tables in one answer, where the device gives them so. They hold passwords: keep them safe.</remarks>
    public async Task<byte[]?> BackupAsync(CancellationToken cancellationToken)
    {
        const string path = CgiClient.Folder + CgiClient.AllTables;
        var request = new CameraRequest(HttpMethod.Get, path) { Timeout = PictureTime };
        var response = await http.SendAsync(request, cancellationToken);
        return response.IsSuccess && response.Body.AsSpan().StartsWith("table."u8) ? response.Body : null;
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => http.DisposeAsync();
}
