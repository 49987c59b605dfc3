using System.Globalization;
using System.Net.NetworkInformation;
using CamMigrate.Core.Profiles;
using CamMigrate.Core.Reading;

namespace CamMigrate.Adapters.Hikvision;

/// <summary>Who the device is: <c>GET /ISAPI/System/deviceInfo</c>.</summary>
internal static class HikvisionIdentity
{
    // Every unit leaves the works "in Hangzhou"; it says nothing about where the camera hangs.
    private const string FactoryLocation = "hangzhou";

    private static readonly string[] UnitOnly =
    [
        "deviceID", "deviceDescription", "systemContact", "encoderVersion", "encoderReleasedDate", "bootVersion",
        "bootReleasedDate", "hardwareVersion", "deviceType", "firmwareVersionInfo", "subSerialNumber", "OEMCode",
        "decoderVersion", "decoderReleasedDate", "softwareVersion", "panelVersion", "subDeviceType", "customizedInfo",
        "marketType", "productionDate",
    ];

    private static readonly string[] CapabilityFlags =
        ["supportBeep", "supportVideoLoss", "supportUrl", "isResetDeviceLanguage", "isSupportWifi"];

    internal static ProfileSource Source(AnswerNode? info, string host) => new()
    {
        Adapter = HikvisionSource.Name,
        Manufacturer = info is null ? null : Maker(info.At("manufacturer").Text()),
        Model = info.At("model").Text(),
        Firmware = Firmware(info.At("firmwareVersion").Text(), info.At("firmwareReleasedDate").Text()),
        SerialNumber = info.At("serialNumber").Text(),
        MacAddress = Mac(info.At("macAddress")),
        Address = host,
    };

    internal static CameraName? Name(AnswerNode? info)
    {
        info.Ignore(IgnoreRule.Identity, UnitOnly);
        info.Ignore(IgnoreRule.Capability, CapabilityFlags);
        var location = info.At("deviceLocation");
        var isFactory = FactoryLocation.Equals(location.Peek(), StringComparison.OrdinalIgnoreCase);
        if (isFactory) location.Ignore(IgnoreRule.FactoryDefault);
        var name = new CameraName
        {
            Name = info.At("deviceName").Text(),
            Location = isFactory ? null : location.Text(),
        };
        return name is { Name: null, Location: null } ? null : name;
    }

    /// <summary>Whether the device records other cameras; its levels and lists differ then.</summary>
    internal static bool IsRecorder(AnswerNode? info) =>
        info.At("deviceType").Peek() is { } type
        && (type.Contains("NVR", StringComparison.OrdinalIgnoreCase)
            || type.Contains("DVR", StringComparison.OrdinalIgnoreCase));

    private static string? Mac(AnswerNode? node)
    {
        if (!PhysicalAddress.TryParse(node.Peek()?.Replace(':', '-').ToUpperInvariant(), out var mac)
            || mac.GetAddressBytes() is not { Length: 6 } bytes)
            return null;
        node.Taken();
        return string.Join(':', bytes.Select(b => b.ToString("x2", CultureInfo.InvariantCulture)));
    }

    private static string Maker(string? said) =>
        said is null || said.Equals("hikvision", StringComparison.OrdinalIgnoreCase) ? "Hikvision" : said;

    private static string? Firmware(string? version, string? build) =>
        version is null ? build : build is null ? version : $"{version} {build}";
}
