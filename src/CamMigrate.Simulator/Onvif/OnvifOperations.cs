using System.Xml.Linq;
using CamMigrate.Simulator.Onvif.Services;

namespace CamMigrate.Simulator.Onvif;

/// <summary>Answers one call: gives the content of the response element.</summary>
/// <exception cref="OnvifFault">The camera refuses.</exception>
internal delegate object?[] OnvifOperation(OnvifDevice device, XElement call);

/// <summary>Every call that the camera knows.</summary>
internal static class OnvifOperations
{
    private static readonly Dictionary<XName, OnvifOperation> All =
        new IEnumerable<KeyValuePair<XName, OnvifOperation>>[]
    {
        DeviceService.Operations, DeviceTime.Operations, DeviceNetwork.Operations,
        MediaProfiles.Operations, VideoSources.Operations, VideoEncoders1.Operations, VideoEncoders2.Operations,
        OsdOverlays.Operations, PrivacyMasks.Operations, ImagingService.Operations,
        PtzService.Operations, AnalyticsService.Operations, DeviceIo.Operations, AudioService.Operations,
    }.SelectMany(service => service).ToDictionary();

    /// <exception cref="OnvifFault">The camera has no such call.</exception>
    public static OnvifOperation Find(OnvifDevice device, XName name)
    {
        var isThere = name.Namespace != Ns.Media2 || device.Settings.Media2;
        isThere &= name.Namespace != Ns.Imaging || device.Settings.Imaging;
        isThere &= name.Namespace != Ns.Ptz || device.Settings.Ptz is not null;
        isThere &= name.Namespace != Ns.Analytics || device.Settings.Analytics is { Service: true };
        isThere &= name.Namespace != Ns.DeviceIo || device.Settings.Io is not null;
        isThere &= name != Ns.Device + "GetServices" || device.Settings.GetServices;
        isThere &= !name.LocalName.Contains("Mask", StringComparison.Ordinal) || device.Limits.Masks;
        isThere &= !name.LocalName.Contains("OSD", StringComparison.Ordinal) || device.Limits.Osd;
        return isThere && All.TryGetValue(name, out var operation)
            ? operation
            : throw OnvifFault.NotSupported(name.LocalName);
    }

    public static bool IsWrite(string operation) =>
        !operation.StartsWith("Get", StringComparison.Ordinal);
}
