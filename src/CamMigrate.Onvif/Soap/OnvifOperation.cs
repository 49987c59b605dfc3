using System.Collections.Frozen;
using System.Xml.Linq;

namespace CamMigrate.Onvif.Soap;

/// <summary>Every operation that this program may send. What is not listed does not leave it.</summary>
internal static class OnvifOperation
{
    private static readonly (XNamespace Service, string[] Reads, string[] Writes)[] Table =
    [
        (OnvifNames.Tds,
            [
                "GetSystemDateAndTime", "GetDeviceInformation", "GetServices", "GetCapabilities",
                    "GetServiceCapabilities", "GetNTP",
                "GetHostname", "GetNetworkInterfaces", "GetNetworkDefaultGateway", "GetDNS", "GetNetworkProtocols",
                    "GetUsers",
                "GetScopes", "GetDiscoveryMode", "GetDot1XConfigurations", "GetIPAddressFilter", "GetZeroConfiguration",
                "GetDynamicDNS", "GetRelayOutputs",
            ],
            ["SetSystemDateAndTime", "SetNTP"]),
        (OnvifNames.Trt,
            [
                "GetProfiles", "GetVideoSources", "GetVideoEncoderConfigurations",
                    "GetVideoEncoderConfigurationOptions",
                "GetVideoSourceConfigurations", "GetVideoSourceConfigurationOptions", "GetOSDs", "GetOSDOptions",
                    "GetStreamUri",
                "GetSnapshotUri", "GetAudioSources", "GetAudioOutputs", "GetAudioOutputConfigurations",
                "GetAudioOutputConfigurationOptions",
            ],
            ["SetVideoEncoderConfiguration", "SetVideoSourceConfiguration", "SetOSD", "CreateOSD"]),
        (OnvifNames.Tr2,
            [
                "GetServiceCapabilities", "GetProfiles", "GetVideoEncoderConfigurations",
                    "GetVideoEncoderConfigurationOptions",
                "GetVideoSourceConfigurations", "GetVideoSourceConfigurationOptions", "GetMasks", "GetMaskOptions",
                    "GetOSDs",
                "GetOSDOptions", "GetStreamUri", "GetSnapshotUri", "GetAudioOutputConfigurations",
                "GetAudioOutputConfigurationOptions",
            ],
            ["SetVideoEncoderConfiguration", "SetVideoSourceConfiguration", "SetMask", "CreateMask", "SetOSD",
                "CreateOSD"]),
        (OnvifNames.Timg, ["GetImagingSettings", "GetOptions"], ["SetImagingSettings"]),
        (OnvifNames.Tptz, ["GetNodes", "GetPresets", "GetPresetTours"], []),
        (OnvifNames.Tan, ["GetAnalyticsModules", "GetRules"], []),
        (OnvifNames.Tmd, ["GetDigitalInputs", "GetAudioSources", "GetAudioOutputs"], []),
    ];

    private static readonly FrozenDictionary<XName, bool> Known = Table
        .SelectMany(t => t.Reads.Select(r => (Name: t.Service + r, IsWrite: false))
            .Concat(t.Writes.Select(w => (Name: t.Service + w, IsWrite: true))))
        .ToFrozenDictionary(o => o.Name, o => o.IsWrite);

    /// <summary>All of them.</summary>
    internal static IEnumerable<XName> All => Known.Keys;

    /// <summary>Whether an operation changes the camera.</summary>
    /// <exception cref="InvalidOperationException">It is not listed.</exception>
    internal static bool IsWrite(XName operation) => Known.TryGetValue(operation, out var isWrite)
        ? isWrite
        : throw new InvalidOperationException(
            $"{OnvifNames.Display(operation)} is not an operation this program sends.");
}
