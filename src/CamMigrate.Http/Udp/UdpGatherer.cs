using System.Collections.Immutable;
using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Logging;

namespace CamMigrate.Http.Udp;

/// <summary>
/// Puts a question to a network or to single hosts and gathers the answers, in bounded time and memory.
/// </summary>
/// <param name="clock">For waiting.</param>
/// <param name="logger">Told of what could not be asked.</param>
public sealed class UdpGatherer(TimeProvider clock, ILogger logger)
{
    private const int Rounds = 3;
    private const int MostErrors = 10_000;
    private const int HostsAtATime = 32;
    private const int LargestDatagram = 65_536;

    /// <summary>Asks on every interface, loopback included.</summary>
    /// <param name="inquiry">The question.</param>
    /// <param name="parse">Reads one answer; anything may arrive, so it must not throw.</param>
    /// <param name="wait">How long answers are waited for.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task<UdpAnswers<T>> AskAllAsync<T>(
        UdpInquiry inquiry, Func<ReadOnlyMemory<byte>, UdpSender, IEnumerable<T>> parse, TimeSpan wait,
        CancellationToken cancellationToken) =>
        GatherAsync(inquiry, doors => doors.Everywhere(), parse, wait, cancellationToken);

    /// <summary>Asks single hosts, where a question to all does not reach.</summary>
    /// <param name="inquiry">The question.</param>
    /// <param name="hosts">Whom to ask.</param>
    /// <param name="parse">Reads one answer; anything may arrive, so it must not throw.</param>
    /// <param name="wait">How long answers are waited for.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task<UdpAnswers<T>> AskAsync<T>(
        UdpInquiry inquiry, ImmutableArray<IPAddress> hosts, Func<ReadOnlyMemory<byte>, UdpSender, IEnumerable<T>> parse,
        TimeSpan wait, CancellationToken cancellationToken) =>
        GatherAsync(inquiry, doors => doors.To(hosts), parse, wait, cancellationToken);

    private async Task<UdpAnswers<T>> GatherAsync<T>(
        UdpInquiry inquiry, Func<UdpDoors, ImmutableArray<UdpDoor>> open,
        Func<ReadOnlyMemory<byte>, UdpSender, IEnumerable<T>> parse, TimeSpan wait, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(inquiry);
        var doors = new UdpDoors(inquiry, logger);
        var opened = open(doors);
        var limit = new SenderLimit(inquiry.Name);
        var items = new List<T>();
        using var timer = new CancellationTokenSource(wait, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timer.Token, cancellationToken);
        try
        {
            await Task.WhenAll(opened.SelectMany(door => new[]
            {
                AskAsync(door, inquiry, wait / (Rounds + 2), either.Token),
                ListenAsync(door, Take, either.Token),
            }));
        }
        finally
        {
            foreach (var door in opened) door.Dispose();
        }

        cancellationToken.ThrowIfCancellationRequested();
        return new UdpAnswers<T>([.. items], [.. doors.Findings, .. limit.Findings()]);

        void Take(ReadOnlyMemory<byte> datagram, UdpSender sender)
        {
            if (!limit.Admits(sender.Address)) return;
            foreach (var item in parse(datagram, sender))
            {
                lock (items) items.Add(item);
                // One datagram may hold many devices: each counts.
                if (!limit.Admits(sender.Address)) return;
            }
        }
    }

    private async Task AskAsync(UdpDoor door, UdpInquiry inquiry, TimeSpan between, CancellationToken cancellationToken)
    {
        try
        {
            for (var round = 0; round < Rounds && !door.Targets.IsEmpty; round++)
            {
                // What was lost in one moment's crowd of answers is heard in another.
                if (round > 0) await Task.Delay(between, clock, cancellationToken);
                foreach (var datagram in inquiry.Datagrams())
                {
                    foreach (var targets in door.Targets.Chunk(HostsAtATime))
                    {
                        foreach (var target in targets) await SendAsync(door.Socket, datagram, target, inquiry, cancellationToken);
                        await Task.Delay(Pause(door.Targets.Length), clock, cancellationToken);
                    }
                }
            }
        }
        catch (OperationCanceledException)
        {
            // Time is up.
        }
    }

    /// <summary>
    /// Between questions to all, so that not all answer in one moment; between batches of hosts, so that none is lost.
    /// </summary>
    private static TimeSpan Pause(int targets) => TimeSpan.FromMilliseconds(targets > HostsAtATime ? 5 : Random.Shared.Next(50, 200));

    private async Task SendAsync(
        Socket socket, byte[] datagram, IPEndPoint target, UdpInquiry inquiry, CancellationToken cancellationToken)
    {
        try
        {
            await socket.SendToAsync(datagram, SocketFlags.None, target, cancellationToken);
        }
        catch (SocketException e)
        {
            logger.CannotAsk(target.ToString(), inquiry.Name, e.SocketErrorCode);
        }
    }

    private static async Task ListenAsync(
        UdpDoor door, Action<ReadOnlyMemory<byte>, UdpSender> take, CancellationToken cancellationToken)
    {
        var buffer = new byte[LargestDatagram];
        for (var errors = 0; errors < MostErrors;)
        {
            try
            {
                var received = await door.Socket.ReceiveMessageFromAsync(buffer, SocketFlags.None, door.Anyone, cancellationToken);
                take(
                    buffer.AsMemory(0, received.ReceivedBytes),
                    new UdpSender(((IPEndPoint)received.RemoteEndPoint).Address, received.PacketInformation.Interface));
                Drain(door, buffer, take, cancellationToken);
            }
            catch (OperationCanceledException)
            {
                return;
            }
            catch (SocketException)
            {
                // A host that does not listen reports so here on some systems; others may still answer.
                errors++;
            }
        }
    }

    /// <summary>
    /// Takes all that is there at once: a crowd of answers must not overflow while each is waited for singly.
    /// </summary>
    private static void Drain(
        UdpDoor door, byte[] buffer, Action<ReadOnlyMemory<byte>, UdpSender> take, CancellationToken cancellationToken)
    {
        while (door.Socket.Available > 0 && !cancellationToken.IsCancellationRequested)
        {
            var flags = SocketFlags.None;
            var from = door.Anyone;
            var length = door.Socket.ReceiveMessageFrom(buffer, 0, buffer.Length, ref flags, ref from, out var packet);
            take(buffer.AsMemory(0, length), new UdpSender(((IPEndPoint)from).Address, packet.Interface));
        }
    }
}
