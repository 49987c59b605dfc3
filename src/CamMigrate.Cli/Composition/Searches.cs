using System.Collections.Immutable;
using CamMigrate.Adapters;
using CamMigrate.Adapters.Dahua;
using CamMigrate.Adapters.Dahua.DhDiscover;
using CamMigrate.Adapters.Hikvision.Sadp;
using CamMigrate.Core.Discovery;
using CamMigrate.Http;
using CamMigrate.Http.Ports;
using CamMigrate.Http.Udp;
using CamMigrate.Onvif.Discovery;
using Microsoft.Extensions.Logging;

namespace CamMigrate.Cli.Composition;

/// <summary>UDP ports that searches go to.</summary>
internal sealed record SearchPorts(int WsDiscovery = 3702, int Sadp = 37020, int DhDiscover = 37810);

/// <summary>Puts together every way of finding cameras.</summary>
internal static class Searches
{
    /// <summary>A look is at a host on this network, and there are many of them.</summary>
    private static readonly CameraHttpOptions Brief = new()
    {
        ConnectTimeout = TimeSpan.FromSeconds(1.5),
        Timeout = TimeSpan.FromSeconds(2.5),
        MaxBody = 256 << 10,
    };

    internal static CameraSearch Create(Workplace place, SearchPorts ports)
    {
        var clock = TimeProvider.System;
        var log = place.Logs.CreateLogger<CameraSearch>();
        ImmutableArray<ICameraFinder> finders =
        [
            new OnvifDiscovery(clock, log) { Port = ports.WsDiscovery },
            new SadpFinder(clock, log) { Port = ports.Sadp },
            new DhDiscoverFinder(clock, log) { Port = ports.DhDiscover },
        ];
        ImmutableArray<IPortLook> looks =
        [
            new ActivationLook(Brief, log), new InitialisationLook(Brief, log),
            .. VendorList.Create(place.Refusals, Brief, place.Logs).Select(source => new SourceLook(source)),
            new OnvifLook(Brief, log),
            new RtspLook(),
        ];
        return new CameraSearch(finders, looks, new TcpProbe(), Neighbours.Read, clock);
    }
}
