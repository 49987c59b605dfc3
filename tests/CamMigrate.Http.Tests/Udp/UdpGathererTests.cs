using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using CamMigrate.Http.Udp;
using Microsoft.Extensions.Logging.Abstractions;

namespace CamMigrate.Http.Tests.Udp;

public sealed class UdpGathererTests
{
    private static readonly IPAddress Group = IPAddress.Parse("239.255.77.1");

    [Test]
    public async Task Ask_OneHostFloods_IsCutOffAndNamedAndTheOthersAreHeard()
    {
        await using var flooding = new Responder("127.78.1.1", 0, _ => Enumerable.Range(0, 3000).Select(i => $"device {i}"));
        await using var honest = new Responder("127.78.1.2", flooding.Port, _ => ["honest"]);

        var answers = await AskAsync(new UdpInquiry { Name = "Test", Port = flooding.Port, Datagrams = Hello }, flooding.Address, honest.Address);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(answers.Items.Count(i => i.StartsWith("127.78.1.1 ", StringComparison.Ordinal)), Is.EqualTo(SenderLimit.MostOfOne / 2), "a datagram and its device count");
            Assert.That(answers.Items, Has.Some.EqualTo("127.78.1.2 honest"));
            Assert.That(answers.Findings.Select(f => f.Path), Is.EqualTo(new[] { "127.78.1.1" }));
        }
    }

    [Test]
    public async Task AskAll_AnswerToTheGroup_IsHeard()
    {
        await using var camera = new Responder("127.78.2.1", 0, _ => ["seen"], answersTo: Group);
        var inquiry = new UdpInquiry { Name = "Test", Port = camera.Port, Group = Group, IsAnsweredToPort = true, Datagrams = Hello };

        var answers = await Gatherer().AskAllAsync(inquiry, Words, TimeSpan.FromSeconds(1), CancellationToken.None);

        Assert.That(answers.Items, Has.Some.EqualTo("127.78.2.1 seen"));
    }

    [Test]
    public async Task AskAll_PortHeldByAnother_IsToldAndAskedAllTheSame()
    {
        using var other = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp) { ExclusiveAddressUse = true };
        other.Bind(new IPEndPoint(IPAddress.Any, 0));
        var port = ((IPEndPoint)other.LocalEndPoint!).Port;
        var inquiry = new UdpInquiry { Name = "Test", Port = port, Group = Group, IsAnsweredToPort = true, Datagrams = Hello };

        var answers = await Gatherer().AskAllAsync(inquiry, Words, TimeSpan.FromMilliseconds(300), CancellationToken.None);

        Assert.That(answers.Findings.Single().Message, Does.Contain($"UDP port {port} is held by another program"));
    }

    [Test]
    public async Task Ask_NobodyThere_EndsInTime()
    {
        var clock = Stopwatch.StartNew();
        var inquiry = new UdpInquiry { Name = "Test", Port = 9, Datagrams = Hello };

        var answers = await AskAsync(inquiry, [.. Enumerable.Range(1, 200).Select(i => IPAddress.Parse($"127.78.3.{i}"))]);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(answers.Items, Is.Empty);
            Assert.That(clock.Elapsed, Is.LessThan(TimeSpan.FromSeconds(3)));
        }
    }

    private static UdpGatherer Gatherer() => new(TimeProvider.System, NullLogger.Instance);

    private static Task<UdpAnswers<string>> AskAsync(UdpInquiry inquiry, params IPAddress[] hosts) =>
        Gatherer().AskAsync(inquiry, [.. hosts], Words, TimeSpan.FromSeconds(1), CancellationToken.None);

    private static IReadOnlyList<byte[]> Hello() => ["hello"u8.ToArray()];

    private static IEnumerable<string> Words(ReadOnlyMemory<byte> datagram, UdpSender sender) =>
        Encoding.UTF8.GetString(datagram.Span) is var text && text != "hello" ? [$"{sender.Address} {text}"] : [];

    /// <summary>A device's UDP side.</summary>
    private sealed class Responder : IAsyncDisposable
    {
        private readonly Socket socket = new(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
        private readonly Socket? joined;
        private readonly CancellationTokenSource stop = new();
        private readonly Task serving;

        internal Responder(string address, int port, Func<string, IEnumerable<string>> answers, IPAddress? answersTo = null)
        {
            Address = IPAddress.Parse(address);
            socket.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true);
            socket.SetSocketOption(SocketOptionLevel.IP, SocketOptionName.MulticastInterface, IPAddress.Loopback.GetAddressBytes());
            socket.Bind(new IPEndPoint(Address, port));
            Port = ((IPEndPoint)socket.LocalEndPoint!).Port;
            if (answersTo is not null)
            {
                joined = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
                joined.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true);
                joined.Bind(new IPEndPoint(OperatingSystem.IsWindows() ? IPAddress.Any : answersTo, Port));
                joined.SetSocketOption(SocketOptionLevel.IP, SocketOptionName.AddMembership, new MulticastOption(answersTo, IPAddress.Loopback));
            }

            serving = ServeAsync(answers, answersTo);
        }

        internal IPAddress Address { get; }

        internal int Port { get; }

        public async ValueTask DisposeAsync()
        {
            await stop.CancelAsync();
            await serving;
            socket.Dispose();
            joined?.Dispose();
            stop.Dispose();
        }

        private async Task ServeAsync(Func<string, IEnumerable<string>> answers, IPAddress? answersTo)
        {
            var buffer = new byte[2048];
            try
            {
                while (true)
                {
                    var received = await (joined ?? socket).ReceiveFromAsync(buffer, new IPEndPoint(IPAddress.Any, 0), stop.Token);
                    var text = Encoding.UTF8.GetString(buffer, 0, received.ReceivedBytes);
                    if (text != "hello") continue;
                    var to = answersTo is null ? received.RemoteEndPoint : new IPEndPoint(answersTo, Port);
                    foreach (var answer in answers(text)) await socket.SendToAsync(Encoding.UTF8.GetBytes(answer), to, stop.Token);
                }
            }
            catch (OperationCanceledException)
            {
                // The test is over.
            }
        }
    }
}
