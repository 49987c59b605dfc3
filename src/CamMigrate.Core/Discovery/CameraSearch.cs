using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Net;
using CamMigrate.Core.Ports;

namespace CamMigrate.Core.Discovery;

/// <summary>Finds cameras in every way at once, and ends in time. Spends no login, writes nothing.</summary>
/// <param name="finders">Questions to all.</param>
/// <param name="looks">What open ports can be told to be, makers' own protocols first.</param>
/// <param name="probe">Connects.</param>
/// <param name="neighbours">MAC addresses that this machine knows of hosts on its wire.</param>
/// <param name="time">The clock.</param>
public sealed class CameraSearch(
    ImmutableArray<ICameraFinder> finders, ImmutableArray<IPortLook> looks, IPortProbe probe,
    Func<IReadOnlyDictionary<IPAddress, string>> neighbours, TimeProvider time)
{
    /// <summary>Time that a search without address ranges takes at most, s.</summary>
    public const double UsualSeconds = 8;

    private const string RangesPath = "ranges";
    private const string HostsPath = "hosts";
    private const int HostsAtOnce = 32;
    private const int MostHosts = 4096;
    private const int UsualWebPort = 80;
    private static readonly TimeSpan LongestListening = TimeSpan.FromSeconds(4);
    private static readonly TimeSpan LongestLook = TimeSpan.FromSeconds(4);

    // The time said holds for the whole command: its end takes a moment, too.
    private static readonly TimeSpan Margin = TimeSpan.FromMilliseconds(300);

    private readonly HostLook hosts = new(looks);

    /// <summary>Searches.</summary>
    /// <param name="options">Where, and for how long.</param>
    /// <param name="cancellationToken">Stops the search.</param>
    public async Task<SearchReport> RunAsync(SearchOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        var start = time.GetTimestamp();
        var all = options.Limit > Margin * 2 ? options.Limit - Margin : options.Limit / 2;
        using var timer = new CancellationTokenSource(all, time);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(timer.Token, cancellationToken);
        var listening = Least(LongestListening, all * 0.6);
        var asking = Task.WhenAll(finders.Select(f => f.FindAsync(listening, cancellationToken)));
        var ranging = RangeAsync(options, all, limit.Token);
        var range = await ranging;
        var answers = (await asking).Append(range).ToList();
        cancellationToken.ThrowIfCancellationRequested();
        bool IsNear(IPAddress address) => options.Subnets.Any(s => s.Contains(address));
        var devices = SightingMerge.Merge(answers.SelectMany(a => a.Sightings), IsNear);
        var (looked, late) = await LookAtAllAsync(devices, IsNear, limit.Token);
        cancellationToken.ThrowIfCancellationRequested();
        return new SearchReport
        {
            Devices = WithCommands(WithMacs(looked), options),
            IsComplete = late.IsEmpty && range.Findings.All(f => f.Path is not (RangesPath or HostsPath)),
            Findings = [.. answers.SelectMany(a => a.Findings).Distinct(), .. late, .. SearchFindings.Of(looked)],
            Elapsed = time.GetElapsedTime(start),
        };
    }

    private static TimeSpan Least(TimeSpan a, TimeSpan b) => a < b ? a : b;

    /// <summary>Open ports first; then what they are, while the questions to all go to those hosts alone.</summary>
    private async Task<FinderAnswer> RangeAsync(SearchOptions options, TimeSpan all, CancellationToken limit)
    {
        if (options.Addresses.IsEmpty) return new FinderAnswer([], []);
        var asking = Least(LongestListening, all * 0.4);
        using var timer = new CancellationTokenSource(all - asking, time);
        using var scanning = CancellationTokenSource.CreateLinkedTokenSource(timer.Token, limit);
        var scan = await new RangeScan(probe, time).ScanAsync(options.Addresses, options.Ports, options.PerSecond, scanning.Token);
        if (scan.Open.IsEmpty) return new FinderAnswer([], NotLookedAt(scan.NotLookedAt, options));
        ImmutableArray<IPAddress> alive = [.. scan.Open.Keys.OrderBy(Ipv4.Number)];
        var direct = Task.WhenAll(finders.Select(f => f.AskAsync(alive, asking * 0.75, limit)));
        var sightings = new ConcurrentBag<Sighting>();
        var late = await EachAsync(alive, async (host, cancellationToken) =>
        {
            var answer = await hosts.LookAsync(host, scan.Open[host], new HostAnswer(), cancellationToken);
            if (answer.IsCamera) sightings.Add(Seen(host, answer));
        }, limit);
        var told = await direct;
        return new FinderAnswer(
            [.. told.SelectMany(t => t.Sightings), .. sightings],
            [.. told.SelectMany(t => t.Findings), .. NotLookedAt(scan.NotLookedAt, options), .. TooLate(late)]);
    }

    private static Sighting Seen(IPAddress host, HostAnswer answer) => new()
    {
        Method = DiscoveryMethod.Range,
        Address = host,
        Sender = host,
        Port = answer.WebPort,
        Vendor = answer.Native ?? (answer.Onvif is true ? "onvif" : null),
        Onvif = answer.Onvif,
        Activation = answer.Activation,
    };

    /// <summary>Whether found devices can be connected to, and what their answers left open.</summary>
    private async Task<(ImmutableArray<FoundCamera> Devices, ImmutableArray<Finding> Findings)> LookAtAllAsync(
        ImmutableArray<FoundCamera> devices, Func<IPAddress, bool> isNear, CancellationToken limit)
    {
        var looked = devices.ToArray();
        var late = await EachAsync(Enumerable.Range(0, Math.Min(devices.Length, MostHosts)), async (i, cancellationToken) =>
        {
            looked[i] = devices[i].FoundBy.Contains(DiscoveryMethod.Range)
                ? devices[i] with { Reachable = true }
                : devices[i].IsWhereItAnswers
                    ? await LookAtAsync(devices[i], cancellationToken)
                    : devices[i] with { Reachable = isNear(devices[i].Address) ? null : false };
        }, limit);
        return ([.. looked], TooLate(late));
    }

    private async Task<FoundCamera> LookAtAsync(FoundCamera camera, CancellationToken cancellationToken)
    {
        var port = camera.Port ?? UsualWebPort;
        if (!await probe.IsOpenAsync(new IPEndPoint(camera.Address, port), cancellationToken))
            return camera with { Reachable = false };
        var known = new HostAnswer
        {
            Native = camera.Vendor == "onvif" ? null : camera.Vendor,
            Onvif = camera.Onvif,
            Activation = camera.FactoryState,
        };
        var answer = await hosts.LookAsync(camera.Address, [port], known, cancellationToken);
        return camera with
        {
            Reachable = true,
            Vendor = answer.Native ?? camera.Vendor,
            Onvif = answer.Onvif,
            FactoryState = answer.Activation,
        };
    }

    /// <summary>
    /// Does something at each host, some at once, each with its own time; tells how many came too late.
    /// </summary>
    private async Task<int> EachAsync<T>(
        IEnumerable<T> items, Func<T, CancellationToken, Task> act, CancellationToken limit)
    {
        var all = items.ToList();
        var done = 0;
        try
        {
            var options = new ParallelOptions { MaxDegreeOfParallelism = HostsAtOnce, CancellationToken = limit };
            await Parallel.ForEachAsync(all, options, async (item, token) =>
            {
                using var timer = new CancellationTokenSource(LongestLook, time);
                using var either = CancellationTokenSource.CreateLinkedTokenSource(timer.Token, token);
                try
                {
                    await act(item, either.Token);
                    Interlocked.Increment(ref done);
                }
                catch (OperationCanceledException) when (timer.IsCancellationRequested && !token.IsCancellationRequested)
                {
                    // One host that drips its answers is none of the others' business.
                }
            });
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested)
        {
            // Time is up.
        }

        return all.Count - done;
    }

    /// <summary>For rows without one, the MAC address that answers came from; it ties no rows together.</summary>
    private ImmutableArray<FoundCamera> WithMacs(ImmutableArray<FoundCamera> devices)
    {
        var told = devices.Select(d => d.MacAddress).ToHashSet();
        var known = neighbours();
        return [.. devices.Select(d => d.MacAddress is null && d.IsWhereItAnswers
            && known.TryGetValue(d.Address, out var mac) && !told.Contains(mac) ? d with { MacAddress = mac } : d)];
    }

    private static ImmutableArray<FoundCamera> WithCommands(ImmutableArray<FoundCamera> devices, SearchOptions options)
    {
        var taken = devices.SelectMany(d => d.Sightings).Select(s => s.Address)
            .Concat(options.Subnets.Select(s => s.Address)).ToHashSet();
        return [.. devices.Select(d => d.Reachable is true || options.Subnets.Any(s => s.Contains(d.Address))
            ? d : d with { ReachCommand = ReachCommand.For(d, options.Subnets, taken, options.IsWindows) })];
    }

    private static ImmutableArray<Finding> NotLookedAt(int count, SearchOptions options) => count == 0 ? [] :
    [
        new Finding(RangesPath, FindingSeverity.Warning, FormattableString.Invariant(
            $"{count} of {options.Addresses.Length} addresses were not looked at: the time did not suffice. ")
            + "Give --wait SECONDS, smaller ranges, or fewer --ports."),
    ];

    private static ImmutableArray<Finding> TooLate(int count) => count == 0 ? [] :
    [
        new Finding(HostsPath, FindingSeverity.Warning, FormattableString.Invariant(
            $"{count} hosts that are there did not say in time what they are.")),
    ];
}
