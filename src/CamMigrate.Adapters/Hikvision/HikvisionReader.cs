using CamMigrate.Adapters.Hikvision.Isapi;
using CamMigrate.Core.Errors;
using CamMigrate.Core.Ports;
using CamMigrate.Core.Profiles;
using CamMigrate.Http;

namespace CamMigrate.Adapters.Hikvision;

/// <summary>Reads one Hikvision camera over ISAPI.</summary>
internal sealed class HikvisionReader(CameraHttp http, TimeProvider clock) : ICameraReader
{
    private const string ConfigurationData = "System/configurationData";
    private const int LongestBackup = 256 << 20;
    private const string OwnPictures = "/Streaming/channels/";
    private const string ProxyPictures = "/ContentMgmt/StreamingProxy/channels/";
    private static readonly TimeSpan BackupTime = TimeSpan.FromMinutes(3);

    /// <inheritdoc/>
    public async Task<ReadReport> ReadAsync(CancellationToken cancellationToken)
    {
        var start = clock.GetTimestamp();
        await using var reading = new HikvisionReading(http, clock);
        var profile = await reading.ReadAsync(cancellationToken);
        return http.Report(profile, reading.Ledger, reading.Notes, clock.GetElapsedTime(start));
    }

    /// <inheritdoc/>
    public async Task<ProfileSource?> IdentifyAsync(CancellationToken cancellationToken)
    {
        await using var reading = new HikvisionReading(http, clock);
        return await reading.IdentifyAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<byte[]?> SnapshotAsync(SourceStream stream, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(stream);
        if (stream.SnapshotPath is not { } path) return null;
        // A recorder has the pictures of cameras on the network under another path.
        var other = path.Replace(OwnPictures, ProxyPictures, StringComparison.Ordinal);
        try
        {
            if (await http.PictureAsync(path, cancellationToken) is { } picture) return picture;
        }
        catch (CameraException e) when (e.Reason == CameraError.BadResponse && other != path)
        {
            if (await http.PictureAsync(other, cancellationToken) is { } proxied) return proxied;
            throw;
        }

        return other == path ? null : await http.PictureAsync(other, cancellationToken);
    }

    private Task<CameraResponse> BackupAsync(string prefix, CancellationToken cancellationToken) => http.SendAsync(
        new CameraRequest(HttpMethod.Get, $"/{prefix}/{ConfigurationData}") { MaxBody = LongestBackup, Timeout = BackupTime },
        cancellationToken);

    /// <inheritdoc/>
    public async Task<byte[]?> BackupAsync(CancellationToken cancellationToken)
    {
        var response = await BackupAsync(IsapiClient.UsualPrefix, cancellationToken);
        // A rebrand answers the usual prefix with nothing.
        if (response.IsSuccess && response.Body.Length == 0
            && await HikvisionPrefix.FindAsync(http, cancellationToken) is { } prefix)
            response = await BackupAsync(prefix, cancellationToken);
        // Whatever the status: a document instead of the file is a refusal. Newer firmware gives the file only with a
        // key of the asker's choice, which would have to be kept beside it.
        if (response.Status is >= 400 and < 500 || IsDocument(response)) return null;
        if (response.IsSuccess) return response.Body;
        throw new CameraException(
            CameraError.BadResponse, response.Request,
            FormattableString.Invariant($"the camera answered HTTP {response.Status} instead of its configuration file. ")
                + "Export it on the camera's own page.")
        {
            HttpStatus = response.Status,
        };
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => http.DisposeAsync();

    private static bool IsDocument(CameraResponse response) =>
        response.Body.Length == 0 || response.Body.AsSpan().TrimStart(" \r\n\t"u8) is [(byte)'<' or (byte)'{', ..];
}
