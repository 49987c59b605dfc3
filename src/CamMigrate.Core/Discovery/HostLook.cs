using System.Collections.Immutable;
using System.Net;

namespace CamMigrate.Core.Discovery;

/// <summary>Finds out what a host's open ports speak, with as few requests as will do.</summary>
/// <param name="looks">What can be told apart, a maker's own protocols first.</param>
internal sealed class HostLook(ImmutableArray<IPortLook> looks)
{
    /// <summary>Looks at the ports one after another.</summary>
    /// <param name="host">The host.</param>
    /// <param name="ports">Its open ports.</param>
    /// <param name="known">What is known of it already, and not asked for again.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    internal async Task<HostAnswer> LookAsync(
        IPAddress host, ImmutableArray<int> ports, HostAnswer known, CancellationToken cancellationToken)
    {
        foreach (var port in ports)
        {
            foreach (var look in looks.Where(l => IsWanted(l, known)))
            {
                if (await look.LookAsync(new IPEndPoint(host, port), cancellationToken) is { } answer)
                    known = Added(known, look, answer, port);
            }
        }

        return known;
    }

    private static bool IsWanted(IPortLook look, HostAnswer known) =>
        look.IsOfOnvif ? known.Onvif is not true
        : look.IsOfWeb ? known.Native is null
        : known is { Native: null, Onvif: not true };

    private static HostAnswer Added(HostAnswer known, IPortLook look, PortAnswer answer, int port) => known with
    {
        // That a web server has no ONVIF does not make it a camera.
        IsCamera = known.IsCamera || answer.Onvif is not false,
        Native = known.Native ?? answer.Vendor,
        Onvif = known.Onvif is true ? true : answer.Onvif ?? known.Onvif,
        WebPort = look.IsOfWeb && answer.Onvif is not false ? known.WebPort ?? port : known.WebPort,
        Activation = known.Activation ?? answer.Activation,
    };
}

/// <summary>What is known of a host.</summary>
internal sealed record HostAnswer
{
    /// <summary>Whether something answered as cameras do.</summary>
    public bool IsCamera { get; init; }

    /// <summary>The maker's protocol it speaks; null = none known.</summary>
    public string? Native { get; init; }

    public bool? Onvif { get; init; }

    public int? WebPort { get; init; }

    public Activation? Activation { get; init; }
}
