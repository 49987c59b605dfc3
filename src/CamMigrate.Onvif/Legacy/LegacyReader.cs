using CamMigrate.Core.Errors;
using CamMigrate.Core.Ports;
using CamMigrate.Core.Profiles;
using CamMigrate.Http;
using CamMigrate.Onvif.Soap;

namespace CamMigrate.Onvif.Legacy;

/// <summary>Reads one camera over ONVIF.</summary>
internal sealed class LegacyReader(CameraHttp http, OnvifSession session, TimeProvider clock) : ICameraReader
{
    private const int LongestPicture = 16 << 20;
    private static readonly TimeSpan PictureTime = TimeSpan.FromSeconds(20);

    /// <inheritdoc/>
    public async Task<ReadReport> ReadAsync(CancellationToken cancellationToken)
    {
        var start = clock.GetTimestamp();
        var reading = new LegacyReading(http, session, cancellationToken);
        var profile = await reading.ReadAsync();
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
    public async Task<ProfileSource?> IdentifyAsync(CancellationToken cancellationToken) =>
        await new LegacyReading(http, session, cancellationToken).IdentifyAsync();

    /// <inheritdoc/>
    public async Task<byte[]?> SnapshotAsync(SourceStream stream, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(stream);
        if (stream.SnapshotPath is not { } path) return null;
        var request = new CameraRequest(HttpMethod.Get, path) { MaxBody = LongestPicture, Timeout = PictureTime };
        // The camera named the address: one that might act is not asked.
        if (!http.Allows(request)) return null;
        var response = await http.SendAsync(request, cancellationToken);
        if (response.Status is 403 or 404) return null;
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
    public ValueTask DisposeAsync() => http.DisposeAsync();
}
