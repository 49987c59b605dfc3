using CamMigrate.Core.Profiles;
using CamMigrate.Core.Reading;
using CamMigrate.Onvif.Areas;

namespace CamMigrate.Onvif.Legacy;

/// <summary>Who the camera is: <c>tds:GetDeviceInformation</c>, <c>tds:GetScopes</c>.</summary>
internal static class LegacyIdentity
{
    private const string Onvif = "onvif://www.onvif.org/";
    private const int LongestName = 256;

    internal static ProfileSource Source(AnswerNode? device, AnswerNode? interfaces, string host)
    {
        device.Ignore(IgnoreRule.Identity, "HardwareId");
        return new ProfileSource
        {
            Adapter = OnvifCameraSource.Name,
            Manufacturer = device.At("Manufacturer").Text(),
            Model = device.At("Model").Text(),
            Firmware = device.At("FirmwareVersion").Text(),
            SerialNumber = device.At("SerialNumber").Text(),
            MacAddress = OnvifNetwork.MacAddress(interfaces),
            Address = host,
        };
    }

    /// <summary>What people called the camera, from its scopes; null = nothing.</summary>
    internal static CameraName? Name(AnswerNode? scopes)
    {
        string? name = null, location = null;
        foreach (var scope in scopes.Children("Scopes"))
        {
            scope.At("ScopeDef").Ignore(IgnoreRule.Capability);
            var item = scope.At("ScopeItem");
            var text = item.Peek() ?? "";
            if (!text.StartsWith(Onvif, StringComparison.OrdinalIgnoreCase)) continue;
            var (kind, value) = Split(text[Onvif.Length..]);
            if (kind is "name" && name is null) name = Taken(item, value);
            else if (kind is "location" && location is null && !IsFactory(value)) location = Taken(item, value);
            else if (kind is "location" && IsFactory(value)) item.Ignore(IgnoreRule.FactoryDefault);
            else if (kind is "type" or "profile" or "ptz" or "audio_encoder" or "video_encoder")
                item.Ignore(IgnoreRule.Capability);
            else if (kind is "hardware" or "serial" or "mac" or "manufacturer" or "model")
                item.Ignore(IgnoreRule.Identity);
        }

        return name is null && location is null ? null : new CameraName { Name = name, Location = location };
    }

    private static string? Taken(AnswerNode? item, string value)
    {
        if (value.Length is 0 or > LongestName || SecretLeaves.HoldsLogin(value)) return null;
        item.Taken();
        return value;
    }

    private static (string Kind, string Value) Split(string path)
    {
        var slash = path.IndexOf('/', StringComparison.Ordinal);
        return slash < 0
            ? (path.ToLowerInvariant(), "")
            : (path[..slash].ToLowerInvariant(), Uri.UnescapeDataString(path[(slash + 1)..]).Trim());
    }

    /// <summary>Where the works stand says nothing about where the camera hangs.</summary>
    private static bool IsFactory(string location) =>
        location.StartsWith("country/", StringComparison.OrdinalIgnoreCase)
        || location.StartsWith("city/", StringComparison.OrdinalIgnoreCase)
        || location.Length == 0;
}
