using CamMigrate.Core.Errors;
using CamMigrate.Core.Ports;
using CamMigrate.Core.Profiles;
using CamMigrate.Core.Reading;

namespace CamMigrate.Http;

/// <summary>What the readers of all brands do alike.</summary>
public static class CameraReading
{
    private const int LongestPicture = 16 << 20;
    private static readonly TimeSpan PictureTime = TimeSpan.FromSeconds(20);

    /// <summary>Closes a reading: the profile says what was assumed, not read and not carried, the report what it cost.</summary>
    /// <param name="http">The session.</param>
    /// <param name="profile">The settings.</param>
    /// <param name="ledger">What came of every document and value.</param>
    /// <param name="notes">What was noticed.</param>
    /// <param name="elapsed">Wall time of the reading.</param>
    public static ReadReport Report(
        this CameraHttp http, CameraProfile profile, ReadingLedger ledger, ReadingNotes notes, TimeSpan elapsed)
    {
        ArgumentNullException.ThrowIfNull(http);
        ArgumentNullException.ThrowIfNull(ledger);
        ArgumentNullException.ThrowIfNull(notes);
        return new ReadReport
        {
            Profile = profile with
            {
                SchemaMinor = ProfileSchema.Minor,
                Assumed = notes.Assumed,
                Unread = notes.Unread,
                NotCarried = ledger.NotCarried(),
            },
            Findings = notes.Findings,
            Documents = ledger.Documents,
            Leaves = ledger.Leaves,
            DocumentFates = ledger.DocumentFates(),
            Fates = ledger.Fates(),
            Requests = http.Requests,
            RefusedLogins = http.RefusedLogins,
            Elapsed = elapsed,
        };
    }

    /// <summary>Fetches a JPEG.</summary>
    /// <param name="http">The session.</param>
    /// <param name="path">Path and query, as the camera or its maker names it.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The picture as it was sent, at most 16 MiB; null when the camera has none there, or the path might act on it.</returns>
    /// <exception cref="CameraException">The camera did not answer, or not with a JPEG.</exception>
    public static async Task<byte[]?> PictureAsync(this CameraHttp http, string path, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(http);
        var request = new CameraRequest(HttpMethod.Get, path) { MaxBody = LongestPicture, Timeout = PictureTime };
        if (!http.Allows(request)) return null;
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
}
