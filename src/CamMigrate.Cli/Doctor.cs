using System.Collections.Immutable;
using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;
using CamMigrate.Cli.Composition;
using CamMigrate.Core.Runs;
using CamMigrate.Core.Verification;
using CamMigrate.Streams.Ffmpeg;

namespace CamMigrate.Cli;

/// <summary>Looks at this machine: what a migration needs of it.</summary>
internal static class Doctor
{
    private const int SadpPort = 37020;
    private static readonly IPAddress DiscoveryGroup = IPAddress.Parse("239.255.255.250");

    internal static async Task<ImmutableArray<Check>> ExamineAsync(CancellationToken cancellationToken) =>
    [
        await FfmpegAsync(cancellationToken), Interfaces(), await MulticastAsync(cancellationToken), Clock(),
        Writable("runs folder", Environment.CurrentDirectory), Writable("home folder", Workplace.HomeFolder), DiscoveryPort(), SearchPort(),
    ];

    private static async Task<Check> FfmpegAsync(CancellationToken cancellationToken)
    {
        if (FfmpegTools.Find() is not { } tools)
            return new Check("ffmpeg", CheckResult.Fail) { Measured = "not found", Message = FfmpegTools.HowToInstall };
        return await tools.ReadVersionAsync(cancellationToken) is { } version
            ? new Check("ffmpeg", CheckResult.Pass) { Measured = version }
            : new Check("ffmpeg", CheckResult.Fail) { Measured = $"{tools.Ffmpeg} does not run", Message = FfmpegTools.HowToInstall };
    }

    private static Check Interfaces()
    {
        var names = Usable().Select(i => $"{i.Name} {string.Join(" ", Addresses(i))}").ToList();
        return names.Count > 0
            ? new Check("interfaces", CheckResult.Pass) { Measured = string.Join("; ", names) }
            : new Check("interfaces", CheckResult.Warn)
            {
                Measured = "none beside loopback",
                Message = "plug in the cable, or give the interface an address in the cameras' network",
            };
    }

    /// <summary>Sends one packet to the discovery group on each interface and listens for it.</summary>
    private static async Task<Check> MulticastAsync(CancellationToken cancellationToken)
    {
        var deaf = new List<string>();
        var heard = new List<string>();
        foreach (var face in Usable())
        {
            foreach (var address in Addresses(face))
                (await HearsItselfAsync(address, cancellationToken) ? heard : deaf).Add(face.Name + " " + address);
        }

        if (deaf.Count == 0 && heard.Count == 0)
            return new Check("multicast", CheckResult.NotChecked) { Measured = "no interface", Message = "discovery needs an interface beside loopback" };
        return deaf.Count == 0
            ? new Check("multicast", CheckResult.Pass) { Measured = string.Join("; ", heard) }
            : new Check("multicast", CheckResult.Warn)
            {
                Measured = $"not heard on {string.Join("; ", deaf)}",
                Message = "cameras will not be found by discovery there; a firewall may be in the way. Name them by address.",
            };
    }

    private static async Task<bool> HearsItselfAsync(IPAddress address, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(TimeSpan.FromSeconds(1));
        try
        {
            using var listener = new UdpClient(new IPEndPoint(IPAddress.Any, 0));
            listener.JoinMulticastGroup(DiscoveryGroup, address);
            using var sender = new UdpClient(new IPEndPoint(address, 0));
            sender.Client.SetSocketOption(SocketOptionLevel.IP, SocketOptionName.MulticastInterface, address.GetAddressBytes());
            var port = ((IPEndPoint)listener.Client.LocalEndPoint!).Port;
            await sender.SendAsync(new byte[] { 1 }, new IPEndPoint(DiscoveryGroup, port), limit.Token);
            await listener.ReceiveAsync(limit.Token);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }

    /// <summary>Whether the clock is right cannot be told from here; that it is wrong sometimes can.</summary>
    private static Check Clock()
    {
        var now = TimeProvider.System.GetUtcNow();
        var built = File.GetLastWriteTimeUtc(Environment.ProcessPath ?? typeof(Doctor).Assembly.Location);
        var measured = now.ToString("u", System.Globalization.CultureInfo.InvariantCulture);
        return now.UtcDateTime < built.AddDays(-1)
            ? new Check("clock", CheckResult.Fail) { Measured = measured, Message = "it is before this program was made: set it, or cameras will be given a wrong time" }
            : new Check("clock", CheckResult.NotChecked) { Measured = measured, Message = "compare it with a watch: cameras without a time server are set from it" };
    }

    private static Check Writable(string name, string folder)
    {
        var probe = Path.Combine(folder, $".cammigrate-{Guid.NewGuid():N}");
        try
        {
            PrivateFiles.CreateFolder(folder);
            File.WriteAllText(probe, "");
            File.Delete(probe);
            return new Check(name, CheckResult.Pass) { Measured = folder };
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new Check(name, CheckResult.Fail) { Measured = folder, Message = $"cannot be written: {e.Message}" };
        }
    }

    private static Check DiscoveryPort()
    {
        try
        {
            using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
            socket.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true);
            socket.Bind(new IPEndPoint(IPAddress.Any, 0));
            return new Check("rights", CheckResult.Pass) { Measured = "UDP sockets can be opened" };
        }
        catch (SocketException e)
        {
            return new Check("rights", CheckResult.Fail) { Measured = e.Message, Message = "discovery needs UDP sockets" };
        }
    }

    /// <summary>Hikvision devices answer to all, at one port: another program may keep it for itself.</summary>
    private static Check SearchPort()
    {
        try
        {
            using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
            socket.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true);
            socket.Bind(new IPEndPoint(IPAddress.Any, SadpPort));
            return new Check("search ports", CheckResult.Pass)
            {
                Measured = "UDP 37020 can be listened on; answers come from UDP 3702, 37020 and 37810, if no firewall stops them",
            };
        }
        catch (SocketException e)
        {
            return new Check("search ports", CheckResult.Warn)
            {
                Measured = $"UDP 37020: {e.Message}",
                Message = "discover will not hear all Hikvision cameras: close the program that holds the port (the maker's own search tool?)",
            };
        }
    }

    private static IEnumerable<NetworkInterface> Usable() => NetworkInterface.GetAllNetworkInterfaces().Where(i =>
        i.OperationalStatus == OperationalStatus.Up && i.NetworkInterfaceType != NetworkInterfaceType.Loopback && Addresses(i).Any());

    private static IEnumerable<IPAddress> Addresses(NetworkInterface face) => face.GetIPProperties().UnicastAddresses
        .Select(a => a.Address).Where(a => a.AddressFamily == AddressFamily.InterNetwork);
}
