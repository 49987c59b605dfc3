using System.Diagnostics;
using System.Security.Cryptography;
using CamMigrate.Simulator.Video.Clips;

namespace CamMigrate.Simulator.Video.Rtsp;

/// <summary>
/// One viewer's session: sends the clip in real time, again and again, until told to stop or the settings change.
/// </summary>
internal sealed class RtspSession(RtspStream stream, EncodedClip clip, byte channel)
{
    private static readonly TimeSpan StallAfter = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan ReportEvery = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan MaxLag = TimeSpan.FromSeconds(5);

    /// <summary>Session identifier.</summary>
    public string Id { get; } = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8));

    /// <summary>What the session shows.</summary>
    public RtspStream Stream => stream;

    /// <summary>The packets' numbering.</summary>
    public RtpTrack Track { get; } = new(clip, channel);

    /// <summary>Sends until the viewer is to be dropped; a return means just that.</summary>
    /// <param name="elapsed">Where all viewers of the clip are in it.</param>
    /// <param name="send">Sends bytes whole.</param>
    /// <param name="isCurrent">Whether the session still shows what the camera is set to.</param>
    /// <param name="cancellationToken">Ends or pauses the sending.</param>
    public async Task PlayAsync(
        TimeSpan elapsed,
        Func<ReadOnlyMemory<byte>, Task> send,
        Func<bool> isCurrent,
        CancellationToken cancellationToken)
    {
        var first = clip.KeyframeAt(elapsed);
        var clock = Stopwatch.StartNew();
        var (nextReport, nextLook) = (TimeSpan.Zero, LookEvery);
        for (var sent = 0L; ; sent++)
        {
            var due = clip.FrameRate.TimeOf(sent);
            await UntilAsync(due, clock, cancellationToken);
            if (due >= nextLook)
            {
                if (!isCurrent() || clock.Elapsed - due > MaxLag)
                    return;
                nextLook += LookEvery;
            }

            if (!IsSending(due))
                continue;
            if (due >= nextReport)
            {
                await send(Track.SenderReport(TimeProvider.System.GetUtcNow()));
                nextReport += ReportEvery;
            }

            await send(Track.Pack(clip.Pictures[(int)((first + sent) % clip.Pictures.Length)]));
        }
    }

    private static async Task UntilAsync(TimeSpan due, Stopwatch clock, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var wait = due - clock.Elapsed;
        if (wait > TimeSpan.Zero)
            await Task.Delay(wait, cancellationToken);
    }

    private bool IsSending(TimeSpan due) => stream.Fault switch
    {
        RtspFault.NoMedia => false,
        RtspFault.Stall => due < StallAfter,
        _ => true,
    };
}
