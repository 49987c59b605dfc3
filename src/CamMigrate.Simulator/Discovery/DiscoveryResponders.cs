using System.Collections.Immutable;
using System.Net;
using CamMigrate.Simulator.Estates;
using CamMigrate.Simulator.Onvif;
using CamMigrate.Simulator.Onvif.Services;

namespace CamMigrate.Simulator.Discovery;

/// <summary>The searches that one camera answers.</summary>
internal sealed class DiscoveryResponders : IAsyncDisposable
{
    private static readonly IPAddress Group = IPAddress.Parse("239.255.255.250");
    private static readonly IPAddress DahuaGroup = IPAddress.Parse("239.255.255.251");

    private readonly ImmutableArray<DiscoveryResponder> responders;

    private DiscoveryResponders(ImmutableArray<DiscoveryResponder> responders) => this.responders = responders;

    public static ImmutableArray<DiscoveryProtocol> Of(CameraSpec camera) =>
        !camera.DiscoveryProtocols.IsEmpty ? camera.DiscoveryProtocols : camera.Face switch
        {
            CameraFace.Onvif => [DiscoveryProtocol.WsDiscovery],
            CameraFace.Hikvision => [DiscoveryProtocol.Sadp],
            CameraFace.Dahua => [DiscoveryProtocol.DhDiscover],
            _ => [],
        };

    public static DiscoveryResponders Start(
        CameraSpec camera, CameraEndpoints at, OnvifDevice? onvif, CameraCounters counters, SimulationOptions options) =>
        new([.. Of(camera).Select(protocol => DiscoveryResponder.Start(
            camera.Name, at.Address, Make(protocol, camera, at, onvif, counters, options), options.Warn))]);

    public async ValueTask DisposeAsync()
    {
        foreach (var responder in responders) await responder.DisposeAsync();
    }

    private static Search Make(
        DiscoveryProtocol protocol, CameraSpec camera, CameraEndpoints at, OnvifDevice? onvif, CameraCounters counters,
        SimulationOptions options) => protocol switch
        {
            DiscoveryProtocol.Sadp => new Search("SADP", Group, options.SadpPort,
                datagram => SadpMessage.Answer(datagram, camera, at, counters), AnswersGroup: true),
            DiscoveryProtocol.DhDiscover => new Search("DHDiscover", DahuaGroup, options.DhDiscoverPort,
                datagram => DhDiscoverMessage.Answer(datagram, camera, at, counters)),
            _ => new Search("discovery", Group, options.DiscoveryPort, datagram => ProbeMessage.Answer(
                datagram.Span, DeviceService.Identifier(camera), Scopes(camera, onvif),
                onvif?.XAddr(DeviceService.DevicePath)
                    ?? FormattableString.Invariant($"http://{at.Address}:{at.Http}{DeviceService.DevicePath}"))),
        };

    /// <summary>A camera of another face tells no more of itself than its MAC address and model.</summary>
    private static string[] Scopes(CameraSpec camera, OnvifDevice? onvif) => onvif is not null
        ? [.. DeviceService.ScopeItems(onvif)]
        :
        [
            "onvif://www.onvif.org/type/video_encoder",
            "onvif://www.onvif.org/hardware/" + Uri.EscapeDataString(camera.Identity.Model),
            "onvif://www.onvif.org/MAC/" + camera.Identity.MacAddress,
        ];
}

/// <summary>A way of searching, as one camera answers it.</summary>
/// <param name="Name">For messages.</param>
/// <param name="Group">Multicast group that it listens to.</param>
/// <param name="Port">UDP port.</param>
/// <param name="Answer">Makes the answer to a datagram; null: none.</param>
/// <param name="AnswersGroup">Whether a question to the group is answered to the group.</param>
internal sealed record Search(
    string Name, IPAddress Group, int Port, Func<ReadOnlyMemory<byte>, byte[]?> Answer, bool AnswersGroup = false);
