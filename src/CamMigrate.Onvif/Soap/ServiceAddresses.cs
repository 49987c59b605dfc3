using System.Collections.Immutable;
using System.Xml.Linq;

using CamMigrate.Http;
namespace CamMigrate.Onvif.Soap;

/// <summary>Where the services of a camera are, as paths on the host we dialled.</summary>
/// <remarks>Cameras announce their own idea of host and port, which is wrong behind NAT: only the path is
/// taken.</remarks>
internal sealed record ServiceAddresses(ImmutableDictionary<XNamespace, string> Paths)
{
    internal const string DevicePath = "/onvif/device_service";

    internal static readonly ServiceAddresses DeviceOnly =
        new(ImmutableDictionary<XNamespace, string>.Empty.Add(OnvifNames.Tds, DevicePath));

    internal bool Has(XNamespace service) => Paths.ContainsKey(service);

    internal string? Find(XNamespace service) => Paths.GetValueOrDefault(service);

    /// <summary>Adds what <c>GetServicesResponse</c> lists. The device service stays where it answered.</summary>
    internal ServiceAddresses WithServices(XElement? answer) => With(
        answer.Children("Service").Select(s => (s.At("Namespace").AsText(), s.At("XAddr").AsText())));

    /// <summary>Adds what <c>GetCapabilitiesResponse</c> lists; it never knows of Media2.</summary>
    internal ServiceAddresses WithCapabilities(XElement? answer)
    {
        var capabilities = answer.At("Capabilities");
        return With(
        [
            (OnvifNames.Trt.NamespaceName, capabilities.At("Media", "XAddr").AsText()),
            (OnvifNames.Timg.NamespaceName, capabilities.At("Imaging", "XAddr").AsText()),
            (OnvifNames.Tptz.NamespaceName, capabilities.At("PTZ", "XAddr").AsText()),
            (OnvifNames.Tan.NamespaceName, capabilities.At("Analytics", "XAddr").AsText()),
            (OnvifNames.Tmd.NamespaceName, capabilities.At("Extension", "DeviceIO", "XAddr").AsText()),
        ]);
    }

    /// <summary>Path and query of an XAddr; an empty path is <c>/</c>. Null when it is no address.</summary>
    internal static string? PathOf(string? address)
    {
        if (address is null || address.Length > 2000) return null;
        if (address.StartsWith('/') && !address.StartsWith("//", StringComparison.Ordinal))
            address = "http://camera" + address;
        return Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"
            ? uri.PathAndQuery : null;
    }

    private ServiceAddresses With(IEnumerable<(string? Namespace, string? Address)> services)
    {
        var paths = Paths;
        foreach (var (space, address) in services.Take(100))
        {
            if (space is null || PathOf(address) is not { } path || paths.ContainsKey(space)) continue;
            paths = paths.Add(space, path);
        }

        return new ServiceAddresses(paths);
    }
}
