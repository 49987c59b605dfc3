using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Net;

namespace CamMigrate.Core.Discovery;

/// <summary>Looks for open ports at many addresses, at a rate that spares the network.</summary>
/// <param name="probe">Connects.</param>
/// <param name="time">For the rate.</param>
internal sealed class RangeScan(IPortProbe probe, TimeProvider time)
{
    /// <summary>Connections under way at once.</summary>
    internal const int AtOnce = 256;

    /// <summary>Open ports of each address that has one, in order.</summary>
    /// <param name="addresses">Where to look.</param>
    /// <param name="ports">Ports of each.</param>
    /// <param name="perSecond">Connections begun in a second.</param>
    /// <param name="limit">Ends the looking: what was found so far is returned.</param>
    internal async Task<ScanResult> ScanAsync(
        ImmutableArray<IPAddress> addresses, ImmutableArray<int> ports, int perSecond, CancellationToken limit)
    {
        var open = new ConcurrentBag<IPEndPoint>();
        using var slots = new SemaphoreSlim(AtOnce, AtOnce);
        var begun = new List<Task>();
        var done = 0;
        var start = time.GetTimestamp();
        try
        {
            foreach (var address in addresses)
            {
                foreach (var port in ports)
                {
                    await PaceAsync(start, begun.Count, perSecond, limit);
                    await slots.WaitAsync(limit);
                    begun.Add(TryAsync(new IPEndPoint(address, port), open, slots, limit));
                }

                done++;
            }
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested)
        {
            // Time is up: the rest is reported as not looked at.
        }

        await Task.WhenAll(begun);
        return new ScanResult(
            open.GroupBy(o => o.Address).ToImmutableDictionary(g => g.Key, g => g.Select(o => o.Port).Order().ToImmutableArray()),
            addresses.Length - done);
    }

    private Task PaceAsync(long start, int count, int perSecond, CancellationToken limit)
    {
        var early = TimeSpan.FromSeconds((double)count / perSecond) - time.GetElapsedTime(start);
        return early > TimeSpan.Zero ? Task.Delay(early, time, limit) : Task.CompletedTask;
    }

    private async Task TryAsync(
        IPEndPoint at, ConcurrentBag<IPEndPoint> open, SemaphoreSlim slots, CancellationToken limit)
    {
        try
        {
            if (await probe.IsOpenAsync(at, limit)) open.Add(at);
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested)
        {
            // Time is up.
        }
        finally
        {
            slots.Release();
        }
    }
}

/// <summary>Addresses with their open ports, and how many addresses the time did not suffice for.</summary>
internal sealed record ScanResult(ImmutableDictionary<IPAddress, ImmutableArray<int>> Open, int NotLookedAt);
