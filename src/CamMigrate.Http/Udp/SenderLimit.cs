using System.Collections.Immutable;
using System.Net;
using CamMigrate.Core.Ports;

namespace CamMigrate.Http.Udp;

/// <summary>No host may fill the list, nor keep others out of it, however much it sends.</summary>
internal sealed class SenderLimit(string inquiry)
{
    /// <summary>Datagrams, and devices in them, read of one host; an honest one answers each question once on each
    /// interface.</summary>
    internal const int MostOfOne = 128;

    /// <summary>Hosts listened to.</summary>
    internal const int MostSenders = 8192;

    /// <summary>Most answers that are kept in all: senders can be made up.</summary>
    internal const int MostInAll = 65_536;

    private readonly Dictionary<IPAddress, int> counts = [];
    private int all;
    private readonly Lock gate = new();
    private bool isFull;

    /// <summary>Whether a datagram of this host is to be read.</summary>
    internal bool Admits(IPAddress sender)
    {
        lock (gate)
        {
            if (all == MostInAll)
            {
                isFull = true;
                return false;
            }

            var isKnown = counts.TryGetValue(sender, out var count);
            if (!isKnown && counts.Count == MostSenders)
            {
                isFull = true;
                return false;
            }

            counts[sender] = Math.Min(count + 1, MostOfOne + 1);
            if (count >= MostOfOne) return false;
            all++;
            return true;
        }
    }

    /// <summary>Who sent too much.</summary>
    internal ImmutableArray<Finding> Findings()
    {
        lock (gate)
        {
            return
            [
                .. counts.Where(c => c.Value > MostOfOne).Select(c => c.Key.ToString()).Order(StringComparer.Ordinal).Select(
                    sender => new Finding(sender, FindingSeverity.Warning, FormattableString.Invariant(
                        $"it sent more than {MostOfOne} answers to {inquiry}, which no camera does; the others were not read."))),
                .. isFull ? [Full()] : Array.Empty<Finding>(),
            ];
        }
    }

    private Finding Full() => new(inquiry, FindingSeverity.Warning, FormattableString.Invariant(
        $"more than {MostSenders} hosts or {MostInAll} answers came; the others were not read."));
}
