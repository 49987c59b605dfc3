using System.Diagnostics;
using CamMigrate.Simulator.Video.Clips;

namespace CamMigrate.Simulator.Video;

/// <summary>
/// Makes the video of virtual cameras: a clip per distinct <see cref="VideoSettings"/>, encoded by ffmpeg in the
/// background, kept in memory and on disk, shared by every stream with equal settings. Safe to use from any thread.
/// </summary>
public sealed class VideoEngine : IAsyncDisposable
{
    private const int MaxClips = 96;

    private readonly VideoEngineOptions options;
    private readonly DateTimeOffset clockStart;
    private readonly ClipCache cache;
    private readonly ClipEncoder encoder;
    private readonly SemaphoreSlim slots;
    private readonly CancellationTokenSource stopping = new();
    private readonly Dictionary<string, ClipJob> jobs = new(StringComparer.Ordinal);
    private readonly Stopwatch running = Stopwatch.StartNew();
    private long uses;

    /// <summary>An engine working in a cache folder, which is made when missing.</summary>
    /// <exception cref="IOException">The folder cannot be made.</exception>
    public VideoEngine(VideoEngineOptions options)
    {
        this.options = options;
        var now = TimeProvider.System.GetUtcNow();
        clockStart = options.ClockStart ?? now.AddTicks(-(now.Ticks % TimeSpan.TicksPerHour));
        cache = new ClipCache(options.CacheFolder);
        cache.Open();
        encoder = new ClipEncoder(options, clockStart);
        slots = new SemaphoreSlim(options.Encoders);
    }

    /// <summary>How long the engine has been running: all viewers of a clip are at the same place in it.</summary>
    internal TimeSpan Elapsed => running.Elapsed;

    /// <summary>Whether two settings are served by one clip.</summary>
    internal bool IsSameClip(VideoSettings one, VideoSettings other) => KeyOf(one) == KeyOf(other);

    /// <summary>Starts encoding unless somebody already did.</summary>
    /// <exception cref="ArgumentException">The settings cannot be encoded; the message says why.</exception>
    internal void PrepareIfMissing(VideoSettings settings, string stream)
    {
        lock (jobs)
        {
            if (!jobs.TryGetValue(KeyOf(settings), out var job) || job.Clip.IsFaulted || job.Clip.IsCanceled)
                Prepare(settings, stream);
        }
    }

    /// <summary>Starts encoding in the background, once for equal settings.</summary>
    /// <param name="settings">What to encode.</param>
    /// <param name="stream">
    /// A name of the stream that will show it, unique in the engine. The next call for the same stream withdraws this
    /// wish: an encoding that nobody wants any more is ended, so that a camera set up in ten steps does not encode ten
    /// clips. Null is a wish that stays.
    /// </param>
    /// <exception cref="ArgumentException">The settings cannot be encoded; the message says why.</exception>
    public void Prepare(VideoSettings settings, string? stream = null)
    {
        VideoSettingsRules.Check(settings);
        lock (jobs)
        {
            var key = KeyOf(settings);
            var job = Join(key, settings);
            if (stream is null)
            {
                job.Pinned = true;
                return;
            }

            job.Streams.Add(stream);
            foreach (var (other, old) in jobs.Where(entry => entry.Key != key).ToList())
            {
                if (old.Streams.Remove(stream))
                    Withdraw(other, old);
            }
        }
    }

    /// <summary>The clip when it is ready, else null.</summary>
    public EncodedClip? TryGet(VideoSettings settings)
    {
        lock (jobs)
        {
            if (!jobs.TryGetValue(KeyOf(settings), out var job) || !job.Clip.IsCompletedSuccessfully)
                return null;
            job.LastUse = ++uses;
            return job.Clip.GetAwaiter().GetResult();
        }
    }

    /// <summary>The clip, encoded first when it is not ready.</summary>
    /// <exception cref="ArgumentException">The settings cannot be encoded; the message says why.</exception>
    /// <exception cref="VideoException">Encoding failed.</exception>
    public Task<EncodedClip> GetAsync(VideoSettings settings, CancellationToken cancellationToken)
    {
        VideoSettingsRules.Check(settings);
        lock (jobs)
        {
            var job = Join(KeyOf(settings), settings);
            job.Pinned = true;
            return job.Clip.WaitAsync(cancellationToken);
        }
    }

    /// <summary>
    /// One JPEG of the picture that viewers see now (the last keyframe), encoded first when it is not ready.
    /// </summary>
    /// <exception cref="ArgumentException">The settings cannot be encoded; the message says why.</exception>
    /// <exception cref="VideoException">Encoding or decoding failed.</exception>
    public async Task<byte[]> SnapshotAsync(VideoSettings settings, CancellationToken cancellationToken)
    {
        var clip = await GetAsync(settings, cancellationToken);
        return await encoder.DecodeAsync(clip, clip.KeyframeAt(Elapsed), cancellationToken);
    }

    /// <summary>Ends every encoding and waits until its ffmpeg is gone.</summary>
    public async ValueTask DisposeAsync()
    {
        List<Task<EncodedClip>> last;
        lock (jobs)
            last = [.. jobs.Values.Select(job => job.Clip)];
        await stopping.CancelAsync();
        foreach (var clip in last)
            await clip.ContinueWith(
                _ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
    }

    private string KeyOf(VideoSettings settings) => VideoSettingsRules.KeyOf(settings, clockStart);

    private ClipJob Join(string key, VideoSettings settings)
    {
        if (!jobs.TryGetValue(key, out var job) || job.Clip.IsFaulted || job.Clip.IsCanceled)
        {
            Forget();
            var cancellation = CancellationTokenSource.CreateLinkedTokenSource(stopping.Token);
            var making = Task.Run(() => MakeAsync(key, settings, cancellation.Token), CancellationToken.None);
            job = new ClipJob(cancellation) { Clip = making };
            jobs[key] = job;
        }

        job.LastUse = ++uses;
        return job;
    }

    private void Forget()
    {
        foreach (var (key, _) in jobs.Where(entry => entry.Value.Clip.IsCompleted).OrderBy(entry => entry.Value.LastUse)
            .Take(Math.Max(0, jobs.Count - MaxClips)).ToList())
            jobs.Remove(key);
    }

    private void Withdraw(string key, ClipJob job)
    {
        if (job.Pinned || job.Streams.Count > 0 || job.Clip.IsCompleted)
            return;
        jobs.Remove(key);
        job.Cancellation.Cancel();
    }

    private async Task<EncodedClip> MakeAsync(string key, VideoSettings settings, CancellationToken cancellationToken)
    {
        try
        {
            return await cache.ReadAsync(key, settings, cancellationToken)
                ?? await EncodeAsync(key, settings, cancellationToken);
        }
        catch (VideoException failure)
        {
            options.Failed?.Invoke(settings, failure);
            throw;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            var wrapped = new VideoException($"The clip could not be made: {failure.Message}", failure);
            options.Failed?.Invoke(settings, wrapped);
            throw wrapped;
        }
    }

    private async Task<EncodedClip> EncodeAsync(string key, VideoSettings settings, CancellationToken cancellationToken)
    {
        await slots.WaitAsync(cancellationToken);
        try
        {
            var stream = await encoder.EncodeAsync(settings, cancellationToken);
            var clip = EncodedClip.FromAnnexB(stream, settings)
                ?? throw new VideoException("ffmpeg wrote an incomplete clip.");
            await cache.WriteAsync(key, settings, stream, cancellationToken);
            return clip;
        }
        finally
        {
            slots.Release();
        }
    }
}
