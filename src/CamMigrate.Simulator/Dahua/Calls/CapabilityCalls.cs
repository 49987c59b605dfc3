using System.Text.Json.Nodes;
using CamMigrate.Simulator.Dahua.Tables;
using CamMigrate.Simulator.Estates;

namespace CamMigrate.Simulator.Dahua.Calls;

/// <summary>What encoder, sensor and PTZ are able to do.</summary>
internal static class CapabilityCalls
{
    /// <summary>Every channel, whichever was asked for.</summary>
    public static JsonArray Encode(DahuaDevice device) => Json.PerChannel(device, channel => channel.Bound
        ? new JsonObject
        {
            ["ExtraFormat"] = Json.List(
                channel.Streams.Skip(1), (stream, _) => Format(stream, "83,2048", "640x360,352x288")),
            ["MainFormat"] = new JsonArray(Format(
                channel.Streams[0], "448,8192",
                FormattableString.Invariant($"{channel.Streams[0].Width}x{channel.Streams[0].Height},1280x720"))),
            ["SnapFormat"] = new JsonArray(Format(channel.Streams[0], "448,8192", "1280x720")),
        }
        : null);

    public static JsonObject VideoInput(DahuaDevice device, DahuaChannel channel) => new()
    {
        ["Backlight"] = 2,
        ["CoverCount"] = 4,
        ["CoverType"] = 1,
        ["DayNightColor"] = true,
        ["ElectricFocus"] = channel.Ptz is not null,
        ["Exposure"] = 16,
        ["ExposureMode"] = 433,
        ["Flip"] = true,
        ["Gain"] = true,
        ["InfraRed"] = true,
        ["MaxHeight"] = channel.Streams[0].Height,
        ["MaxMultiProfile"] = 3,
        ["MaxWidth"] = channel.Streams[0].Width,
        ["Mirror"] = true,
        ["Rotate90"] = true,
        ["SetColor"] = true,
        ["SupportProfile"] = !device.IsOld,
        ["TitleCount"] = 2,
        ["WhiteBalance"] = 3,
        ["WideDynamicRange"] = 2,
    };

    /// <summary>The speed of the last key is spelled so.</summary>
    public static JsonObject Ptz() => new()
    {
        ["PanSpeedMax"] = 8,
        ["PatternMax"] = 5,
        ["PresetMax"] = 300,
        ["TileSpeedMax"] = 8,
        ["TourMax"] = 8,
    };

    /// <summary>RPC2's own form.</summary>
    public static JsonObject EncodeDevices(DahuaDevice device) => new()
    {
        ["MaxExtraStream"] = EncodeTables.ExtraStreams(device),
        ["VideoEncodeDevices"] = Json.PerChannel(device, _ => new JsonObject
        {
            ["RecordIndividualResolution"] = false,
            ["SupportDynamicBitrate"] = new JsonArray(false, false, false),
            ["SupportIndividualResolution"] = true,
        }),
    };

    private static JsonObject Format(DahuaStream stream, string bitrates, string sizes) => new()
    {
        ["Video"] = new JsonObject
        {
            ["BitRateOptions"] = bitrates,
            ["CompressionTypes"] = stream.Codec == "MJPG" ? "MJPG,H.264" : "H.264,H.265,MJPG",
            ["FPSMax"] = 30,
            ["ResolutionTypes"] = sizes,
        },
    };
}
