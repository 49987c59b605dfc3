using System.Collections.Immutable;
using System.Text.Json.Nodes;
using CamMigrate.Core.Applying;
using CamMigrate.Core.Errors;
using CamMigrate.Core.Planning;
using CamMigrate.Core.Ports;
using CamMigrate.Core.Profiles;
using CamMigrate.Core.Profiles.Yaml;
using CamMigrate.Core.Runs;
using CamMigrate.Core.Verification;

namespace CamMigrate.Core.Swapping;

/// <summary>What a person asked of a swap.</summary>
public sealed record SwapRequest
{
    /// <summary>The old camera, as written; the key for going on later.</summary>
    public required string Old { get; init; }

    /// <summary>The new camera, as written.</summary>
    public required string New { get; init; }

    /// <summary>How long the new camera is waited for.</summary>
    public required TimeSpan Wait { get; init; }

    /// <summary>The new camera may be in use already.</summary>
    public bool InService { get; init; }

    /// <summary>Write without asking.</summary>
    public bool Yes { get; init; }

    /// <summary>Masks, or unread privacy areas, that may be lost.</summary>
    public ImmutableArray<string> AcceptedMaskLosses { get; init; } = [];

    /// <summary>Which areas are carried.</summary>
    public Func<string, bool> IsAreaWanted { get; init; } = _ => true;

    /// <summary>Whether the new camera takes the old one's address: whatever answers there is then not asked with the old login again.</summary>
    public bool IsSamePlace { get; init; }

    /// <summary>Login of the new camera.</summary>
    public required Credential NewCredential { get; init; }
}

/// <summary>Replaces one camera: reads the old one, waits for the new one, plans, asks, writes and proves.</summary>
/// <param name="old">Opens a session with the old camera.</param>
/// <param name="replacement">Finds the new one.</param>
/// <param name="prover">Opens streams.</param>
/// <param name="masks">Finds the old camera's masks in its picture.</param>
/// <param name="kept">What cameras keep.</param>
/// <param name="screen">What a person sees.</param>
/// <param name="time">The clock.</param>
public sealed class Swap(
    Func<CancellationToken, Task<ICameraReader>> old, INewCamera replacement, IStreamProver prover, ILegacyMasks masks, KeptValues kept,
    ISwapScreen screen, TimeProvider time)
{
    private static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(2);

    /// <summary>Whether a write may have been sent to the new camera.</summary>
    public bool HasWritten { get; private set; }

    /// <summary>Runs the swap, or goes on with it from what its folder holds.</summary>
    /// <param name="request">What was asked.</param>
    /// <param name="folder">The run's folder.</param>
    /// <param name="cancellationToken">Stops the work after the write in hand.</param>
    /// <exception cref="CameraException">A camera cannot be reached, or refused the login.</exception>
    /// <exception cref="UsageException">The two are one device, or the new one is in use.</exception>
    public async Task<SwapResult> RunAsync(SwapRequest request, RunFolder folder, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        using var journal = Journal.Open(folder.JournalPath, time);
        var state = SwapState.Load(folder) ?? new SwapState { Old = request.Old, New = request.New, Stage = SwapStage.Begun };
        if (state.Old != request.Old || state.New != request.New)
        {
            throw new UsageException(
                $"{folder.FullPath} belongs to the swap of {state.Old} for {state.New}, not of {request.Old} for {request.New}. Name another folder.");
        }

        HasWritten = state.Stage >= SwapStage.Applying;
        var profile = await ProfileAsync(request, state, folder, journal, cancellationToken);
        if (state.Stage == SwapStage.Begun) (state = state with { Stage = SwapStage.Read }).Save(folder);
        var (target, now) = await FindAsync(request, profile, cancellationToken);
        await using (target)
        {
            var result = new SwapResult { Folder = folder.FullPath, Profile = profile };
            return await ReplaceAsync(request, folder, journal, state, target, now, result, cancellationToken);
        }
    }

    private async Task<CameraProfile> ProfileAsync(
        SwapRequest request, SwapState state, RunFolder folder, Journal journal, CancellationToken cancellationToken)
    {
        if (state.Stage != SwapStage.Begun)
        {
            var saved = ProfileYaml.Load(folder.ProfilePath);
            screen.Resumed(saved, folder.FullPath);
            if (!request.IsSamePlace) await RefuseIfAnotherAsync(saved, state, cancellationToken);
            return saved;
        }

        screen.Step($"Reading the old camera at {state.Old}");
        await using var reader = await old(cancellationToken);
        var report = await OldPicturesAsync(reader, await reader.ReadAsync(cancellationToken), folder, cancellationToken);
        ProfileYaml.Save(report.Profile, folder.ProfilePath);
        journal.Stage("read");
        screen.Read(report, folder.ProfilePath);
        return report.Profile;
    }

    /// <summary>Where the old camera still answers, it must be the one whose profile was saved: factory addresses are alike.</summary>
    private async Task RefuseIfAnotherAsync(CameraProfile saved, SwapState state, CancellationToken cancellationToken)
    {
        ProfileSource? now;
        try
        {
            await using var reader = await old(cancellationToken);
            now = await reader.IdentifyAsync(cancellationToken);
        }
        catch (CameraException e) when (e.Reason is not CameraError.Unauthorized)
        {
            return;
        }

        if (now?.SerialNumber is null || string.Equals(now.SerialNumber, saved.Source?.SerialNumber, StringComparison.OrdinalIgnoreCase)) return;
        throw new UsageException(
            $"At {state.Old} another camera answers now ({now.Model}, serial {now.SerialNumber}) than the one whose profile was saved "
            + $"({saved.Source?.Model}, serial {saved.Source?.SerialNumber}). For a new swap say --read-again.");
    }

    /// <summary>Keeps the old camera's pictures, and looks in them where its masks are.</summary>
    private async Task<ReadReport> OldPicturesAsync(ICameraReader reader, ReadReport report, RunFolder folder, CancellationToken cancellationToken)
    {
        var (profile, findings) = (report.Profile, report.Findings.ToList());
        foreach (var stream in (profile.Source?.Streams ?? []).Where(s => s.Stream == "main"))
        {
            try
            {
                if (await reader.SnapshotAsync(stream, cancellationToken) is not { } jpeg) continue;
                PrivateFiles.WriteAllBytes(folder.Picture("old", stream.Source, stream.Stream), jpeg);
                profile = await masks.SettleAsync(profile, stream.Source, jpeg, findings, cancellationToken);
            }
            catch (CameraException e) when (e.Reason is not CameraError.Unauthorized)
            {
                screen.Step($"No picture of the old camera: {e.Message} Masks will then need a human's eye.");
            }
        }

        return report with { Profile = profile, Findings = [.. findings] };
    }

    private async Task<(ICameraTarget Target, TargetState State)> FindAsync(SwapRequest request, CameraProfile profile, CancellationToken cancellationToken)
    {
        screen.Step($"Looking for the new camera ({replacement.Description})");
        var deadline = time.GetUtcNow() + request.Wait;
        var isToldToUnplug = false;
        string? told = null;
        while (true)
        {
            if (await replacement.FindAsync(cancellationToken) is { } found)
            {
                var now = await ReadNewAsync(found, request, profile, cancellationToken);
                if (now is not null) return (found, now);
                await found.DisposeAsync();
            }

            if (!isToldToUnplug) screen.WaitingForNew(replacement.Description, request.Wait);
            isToldToUnplug = true;
            if (replacement.Problem is { } problem && problem != told) screen.Step(told = problem);
            if (time.GetUtcNow() >= deadline)
            {
                throw new CameraException(CameraError.Unreachable, replacement.Description,
                    "the new camera did not answer in time" + (told is null ? "" : $" ({told})") + ". The old camera's profile is saved: run the same command again when the new one is connected.");
            }

            await Task.Delay(LookAgain, time, cancellationToken);
        }
    }

    /// <summary>The new camera's state. At the old address the old camera may still answer, and is waited out (null); elsewhere it is a mistake to be told.</summary>
    private static async Task<TargetState?> ReadNewAsync(
        ICameraTarget found, SwapRequest request, CameraProfile profile, CancellationToken cancellationToken)
    {
        TargetState state;
        try
        {
            state = await found.ReadAsync(cancellationToken);
        }
        catch
        {
            await found.DisposeAsync();
            throw;
        }

        if (!IsSameDevice(profile.Source, state.Identity)) return state;
        if (request.IsSamePlace) return null;
        await found.DisposeAsync();
        throw new UsageException(
            $"OLD ({request.Old}) and NEW ({request.New}) are one device: {state.Identity.Model}, serial {state.Identity.SerialNumber}. Check the addresses.");
    }

    private static bool IsSameDevice(ProfileSource? source, TargetIdentity identity) =>
        (identity.SerialNumber.Length > 0 && string.Equals(source?.SerialNumber, identity.SerialNumber, StringComparison.OrdinalIgnoreCase))
        || (identity.MacAddress is { } mac && string.Equals(source?.MacAddress, mac, StringComparison.OrdinalIgnoreCase));

    private async Task<SwapResult> ReplaceAsync(
        SwapRequest request, RunFolder folder, Journal journal, SwapState state, ICameraTarget target, TargetState now, SwapResult result,
        CancellationToken cancellationToken)
    {
        RefuseIfInUse(request, state, now);
        var plan = Planner.Plan(result.Profile, now, kept, request.IsAreaWanted);
        result = result with { Plan = plan };
        screen.Plan(result.Profile.Source, plan);
        if (Blocked(request, plan, result) is { } blocked) return blocked;
        if (state.Target != now.Identity.Key)
        {
            await BeforePicturesAsync(target, folder, request.NewCredential, state.PictureOf == now.Identity.Key, cancellationToken);
            (state = state with { PictureOf = now.Identity.Key }).Save(folder);
        }

        if (plan.Changes.Any(c => c.IsWritten) && !request.Yes)
        {
            if (!await screen.ConfirmAsync(plan, cancellationToken)) return result with { Declined = true };
            (plan, now) = await plan.ConfirmUnchangedAsync(target, result.Profile, kept, request.IsAreaWanted, cancellationToken);
        }

        (state = state with { Stage = SwapStage.Applying, Target = now.Identity.Key }).Save(folder);
        result = result with { AcceptedLosses = MaskGate.Lost(plan) };
        journal.Stage("apply", Losses(result.AcceptedLosses));
        HasWritten |= plan.Changes.Any(c => c.IsWritten);
        var applied = await new Applier(target, journal, kept).ApplyAsync(plan, now, screen.Written, cancellationToken);
        result = result with { Applied = applied };
        if (applied.Stopped is not null) return result;

        (state = state with { Stage = SwapStage.Applied }).Save(folder);
        result = await ProveAsync(request, folder, journal, target, result, cancellationToken);
        if (result.Proven) (state with { Stage = SwapStage.Proven }).Save(folder);
        return result;
    }

    private async Task<SwapResult> ProveAsync(
        SwapRequest request, RunFolder folder, Journal journal, ICameraTarget target, SwapResult result,
        CancellationToken cancellationToken)
    {
        screen.Step("Proving settings and video");
        journal.Stage("verify");
        try
        {
            var verified = await new Verifier(target, prover, request.NewCredential, kept)
                .VerifyAsync(result.Profile, request.IsAreaWanted, folder.Pictures(), screen.Stream, cancellationToken);
            result = result with { Verified = verified };
        }
        catch (CameraException e)
        {
            result = result with { VerifyFailure = e };
        }

        journal.Stage(result.Proven ? "proven" : "not proven");
        return result;
    }

    private static JsonObject? Losses(ImmutableArray<Change> losses) =>
        losses.IsEmpty ? null : new JsonObject { ["acceptedLosses"] = new JsonArray([.. losses.Select(l => (JsonNode)l.Path)]) };

    private static void RefuseIfInUse(SwapRequest request, SwapState state, TargetState now)
    {
        if (request.InService || state.Target == now.Identity.Key) return;
        if (FactoryState.SignsOfUse(now, request.NewCredential.UserName) is not { IsEmpty: false } signs) return;
        throw new UsageException(
            $"The new camera ({now.Identity.Model}, serial {now.Identity.SerialNumber}, {now.Identity.Address}) is not as from the factory: "
            + $"it has {string.Join("; ", signs)}. If it is the right camera, reset it, or say --in-service.");
    }

    private static SwapResult? Blocked(SwapRequest request, Plan plan, SwapResult result)
    {
        var masks = MaskGate.NotAccepted(plan, request.AcceptedMaskLosses);
        var lost = MaskGate.Lost(plan);
        var undecided = plan.Changes.Where(c => c.Disposition == Disposition.NeedsDecision && !lost.Contains(c)).ToImmutableArray();
        return masks.IsEmpty && undecided.IsEmpty ? null : result with { Blocking = masks, Undecided = undecided };
    }

    /// <summary>The new camera's picture before its masks: taken once, because after the masks it can never be taken again.</summary>
    private async Task BeforePicturesAsync(
        ICameraTarget target, RunFolder folder, Credential credential, bool isKept, CancellationToken cancellationToken)
    {
        foreach (var stream in (await target.StreamsAsync(cancellationToken)).Where(s => s is { Stream: "main", Uri: not null }))
        {
            var path = folder.Picture("before", stream.Source, stream.Stream);
            if (isKept && File.Exists(path)) continue;
            File.Delete(path);
            try
            {
                await prover.TakePictureAsync(stream.Uri!, credential, path, cancellationToken);
            }
            catch (CameraException e) when (e.Reason is not CameraError.Unauthorized)
            {
                screen.Step($"No picture of the new camera before its masks: {e.Message}");
            }
        }
    }
}
