using CamMigrate.Cli.Composition;
using CamMigrate.Core.Errors;
using CamMigrate.Core.Ports;
using CamMigrate.Core.Profiles;
using CamMigrate.Core.Runs;
using CamMigrate.Http.Recording;
using CamMigrate.Streams;
using CamMigrate.Streams.Ffmpeg;

namespace CamMigrate.Cli.Commands;

/// <summary>One camera being read: settings first, then what else was asked for.</summary>
internal sealed class ReadCamera : IAsyncDisposable
{
    private const int UsualRtspPort = 554;
    private readonly ReadWish wish;
    private readonly Workplace place;
    private readonly Cameras cameras;
    private readonly ExchangeRecorder? recorder;
    private Credential? credential;
    private OldCamera old = null!;

    private ReadCamera(ReadWish wish, Workplace place)
    {
        (this.wish, this.place) = (wish, place);
        recorder = wish.Record is null ? null : new ExchangeRecorder();
        cameras = new Cameras(place, http => http with { Connections = wish.Connections, Tap = recorder });
    }

    /// <summary>Which camera it is, and what told it.</summary>
    internal Recognition Recognition => old.Recognition;

    internal static async Task<ReadCamera> OpenAsync(
        ReadWish wish, Workplace place, CancellationToken cancellationToken)
    {
        var camera = new ReadCamera(wish, place);
        camera.old = await camera.cameras.OldAsync(
            wish.Address, () => camera.credential = wish.Login(), wish.Vendor, cancellationToken);
        return camera;
    }

    /// <summary>
    /// Reads it. A recording is kept of a reading that fails, too: that is the one somebody will want to see. A login
    /// that is refused after the settings were read is in the result, so that these are kept.
    /// </summary>
    internal async Task<ReadResult> ReadAsync(CancellationToken cancellationToken)
    {
        ReadReport? report = null;
        RecordingSummary? recording;
        try
        {
            report = await old.Reader.ReadAsync(cancellationToken);
        }
        catch (CameraException e) when (wish.Vendor is { } vendor && IsOfBrand(e.Reason))
        {
            throw new CameraException(e.Reason, e.Request,
                $"{e.Detail} It was taken as {vendor} because --vendor says so; without --vendor it is recognised.", e);
        }
        finally
        {
            recording = Save(report?.Profile.Source);
        }

        var result = new ReadResult(report, Recognition) { Recording = recording };
        if (wish.Pictures is { } folder) result = await PicturesAsync(result, folder, cancellationToken);
        if (wish.Backup is { } file) result = result with { HasBackup = await BackupAsync(file, cancellationToken) };
        return result with { IsLoginRefused = place.Refusals.Count > 0 };
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => old.DisposeAsync();

    /// <summary>Whether another brand's camera at this address could be why.</summary>
    private static bool IsOfBrand(CameraError reason) =>
        reason is CameraError.BadResponse or CameraError.NotSupported or CameraError.Rejected;

    private RecordingSummary? Save(ProfileSource? source) => recorder?.Save(wish.Record!, new RecordedDevice
    {
        Address = wish.Address,
        Credential = credential!,
        Adapter = old.Recognition.Vendor,
        Model = source?.Model,
        Firmware = source?.Firmware,
        SerialNumber = source?.SerialNumber,
        RecordedAt = TimeProvider.System.GetUtcNow(),
    });

    private async Task<ReadResult> PicturesAsync(ReadResult result, string folder, CancellationToken cancellationToken)
    {
        var (report, profile) = (result.Report, result.Report.Profile);
        var camera = new PicturedCamera(
            old.Reader, wish.Address, credential!, profile.Source?.Streams ?? [],
            profile.Network?.Protocols?.Rtsp?.Port ?? UsualRtspPort);
        var pictures = await new ReferencePictures(cameras.Prover(), FfmpegTools.Find, TimeProvider.System)
            .TakeAsync(camera, folder, cancellationToken);
        var findings = report.Findings.ToList();
        var masks = Cameras.Masks();
        foreach (var picture in pictures)
        {
            if (picture.File is not { } file) continue;
            var jpeg = await File.ReadAllBytesAsync(Path.Combine(folder, file), cancellationToken);
            profile = await masks.SettleAsync(profile, picture.Source, jpeg, findings, cancellationToken);
        }

        return result with
        {
            Report = report with { Profile = profile, Findings = [.. findings] },
            Pictures = pictures,
        };
    }

    private async Task<bool> BackupAsync(string file, CancellationToken cancellationToken)
    {
        try
        {
            if (await old.Reader.BackupAsync(cancellationToken) is not { } backup) return false;
            PrivateFiles.WriteAllBytes(file, backup);
            return true;
        }
        catch (CameraException e)
        {
            // What was read is kept; a refused login is told by the exit code, and is not tried again.
            place.Terminal.Note(Output.Terminal.Visible($"  {e.Message}"));
            return false;
        }
    }
}
