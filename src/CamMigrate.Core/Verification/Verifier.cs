using System.Collections.Immutable;
using CamMigrate.Core.Planning;
using CamMigrate.Core.Ports;
using CamMigrate.Core.Profiles;
using CamMigrate.Core.Runs;

namespace CamMigrate.Core.Verification;

/// <summary>Pictures that a proof may compare with, and where new ones go.</summary>
public sealed record PictureFiles
{
    /// <summary>Picture of the old camera's video source; null = none.</summary>
    public required Func<int, string?> Old { get; init; }

    /// <summary>Picture of the new camera's video source before masks were written; null = none.</summary>
    public required Func<int, string?> Before { get; init; }

    /// <summary>Where the picture of a stream is kept (source, stream); null = nowhere.</summary>
    public required Func<int, string, string?> After { get; init; }

    /// <summary>No pictures.</summary>
    public static PictureFiles None { get; } = new() { Old = _ => null, Before = _ => null, After = (_, _) => null };
}

/// <summary>Proves a camera: its settings by the comparison that planned them, its video by opening every stream.</summary>
/// <param name="target">The camera.</param>
/// <param name="prover">Opens the streams.</param>
/// <param name="credential">The login of the streams.</param>
/// <param name="kept">What cameras keep instead of what was written.</param>
public sealed class Verifier(ICameraTarget target, IStreamProver prover, Credential credential, KeptValues kept)
{
    /// <summary>Reads everything again and opens every stream, one after another.</summary>
    /// <param name="profile">What is expected; null = streams only, judged by the camera's own settings.</param>
    /// <param name="isAreaWanted">Which areas were chosen; null = all.</param>
    /// <param name="pictures">Pictures to compare with and to keep.</param>
    /// <param name="report">Told after each stream.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="Errors.CameraException">The camera cannot be reached or refused the login.</exception>
    public async Task<VerifyReport> VerifyAsync(
        CameraProfile? profile, Func<string, bool>? isAreaWanted, PictureFiles pictures, Action<StreamReport> report,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(pictures);
        var state = await target.ReadAsync(cancellationToken);
        var expected = profile ?? state.Current;
        var plan = Planner.Plan(expected, state, kept, isAreaWanted);
        var streams = await target.StreamsAsync(cancellationToken);
        var reports = ImmutableArray.CreateBuilder<StreamReport>();
        foreach (var stream in Expected(expected, plan, state, streams, pictures))
        {
            var proof = await prover.ProveAsync(stream, credential, cancellationToken);
            reports.Add(proof);
            report(proof);
        }

        var lost = MaskGate.Lost(plan);
        return new VerifyReport
        {
            Settings =
            [
                .. profile is null ? [] : plan.Changes.Select(c => SettingCheck.Of(c, lost.Contains(c))),
                .. UnreadMasks(state),
            ],
            Streams = reports.ToImmutable(),
        };
    }

    /// <summary>Masks that the camera does not let us see are not known to cover: not checked is never a pass.</summary>
    private static IEnumerable<SettingCheck> UnreadMasks(TargetState state) =>
        from unread in state.Unread
        where SettingPath.AreaOf(unread.Key) == "masks"
        select new SettingCheck(unread.Key, null, null, CheckResult.NotChecked, $"the camera's masks could not be read: {unread.Value}");

    /// <summary>Every stream that is wanted, and every other one that the camera has: each shows the picture that masks must cover.</summary>
    private static IEnumerable<(VideoSource Source, VideoEncoder Encoder)> Encoders(CameraProfile profile, CameraProfile current) =>
        from source in (profile.VideoSources ?? []).Concat(current.VideoSources ?? [])
        from encoder in source.VideoEncoders ?? []
        group (source, encoder) by (source.Number, encoder.Stream) into same
        select same.First();

    private static IEnumerable<ExpectedStream> Expected(
        CameraProfile profile, Plan plan, TargetState state, ImmutableArray<TargetStream> streams, PictureFiles pictures) =>
        from pair in Encoders(profile, state.Current)
        let source = pair.Source
        let encoder = pair.Encoder
        let planned = plan.Planned.VideoSources?.FirstOrDefault(s => s.Number == source.Number)
        let current = state.Current.VideoSources?.FirstOrDefault(s => s.Number == source.Number)
        let uri = streams.FirstOrDefault(s => s.Source == source.Number && s.Stream == encoder.Stream)
        select new ExpectedStream
        {
            Name = FormattableString.Invariant($"{source.Number}/{encoder.Stream}"),
            Uri = uri?.Uri,
            Problem = uri is null ? "the camera has no such stream" : uri.Problem,
            Encoder = planned?.VideoEncoders?.FirstOrDefault(e => e.Stream == encoder.Stream)
                ?? current?.VideoEncoders?.FirstOrDefault(e => e.Stream == encoder.Stream) ?? encoder,
            Rotation = planned?.Rotation ?? current?.Rotation ?? 0,
            Masks = [.. (planned?.Masks ?? []).Where(m => m.Enabled != false)],
            Osds = [.. (current?.Osds ?? []).Where(o => o.Enabled != false)],
            PictureBefore = pictures.Before(source.Number),
            OldPicture = pictures.Old(source.Number),
            PicturePath = pictures.After(source.Number, encoder.Stream),
        };
}
