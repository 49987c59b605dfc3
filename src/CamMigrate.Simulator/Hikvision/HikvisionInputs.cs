using System.Xml.Linq;
using CamMigrate.Simulator.Estates;
using static CamMigrate.Simulator.Hikvision.HikvisionDevice;

namespace CamMigrate.Simulator.Hikvision;

/// <summary>Video inputs: name, overlays and privacy masks.</summary>
internal static class HikvisionInputs
{
    private const int MaskSlots = 4;
    private const int TextSlots = 4;

    // A recorder with nothing but cameras on the network refuses this one.
    public static XElement? List(HikvisionDevice device) =>
        device.Settings.Channels.Where(channel => channel.Proxied is null).ToList() is { Count: > 0 } own
            ? new XElement(
                "VideoInputChannelList", own.Select(channel => Block("VideoInputChannel", Content(channel))))
            : null;

    public static XElement? Single(HikvisionDevice device, int number) =>
        device.Channel(number) is { } channel ? new XElement("VideoInputChannel", Content(channel)) : null;

    public static XElement? Overlays(HikvisionDevice device, int number)
    {
        if (device.Channel(number)?.Overlays is not { } overlays) return null;
        return new XElement(
            "VideoOverlay",
            Screen(overlays.ScreenWidth, overlays.ScreenHeight),
            new XElement("attribute", new XElement("transparent", false), new XElement("flashing", false)),
            new XElement("fontSize", "adaptive"),
            new XElement(
                "TextOverlayList",
                new XAttribute("size", TextSlots),
                overlays.Texts.Select((text, i) => new XElement(
                    "TextOverlay",
                    new XElement("id", i + 1),
                    Switch(text.Enabled),
                    At(text.At),
                    new XElement("displayText", text.Text)))),
            Block(
                "DateTimeOverlay",
                Switch(overlays.DateEnabled),
                At(overlays.DateAt),
                new XElement("dateStyle", overlays.DateStyle),
                new XElement("timeStyle", overlays.TimeStyle),
                new XElement("displayWeek", overlays.DisplayWeek)),
            Block("channelNameOverlay", Switch(overlays.NameEnabled), At(overlays.NameAt)),
            new XElement("frontColorMode", "auto"),
            new XElement("frontColor", "000000"),
            new XElement("alignment", "customize"));
    }

    public static XElement? PrivacyMask(HikvisionDevice device, int number)
    {
        if (device.Channel(number) is not { } channel) return null;
        return new XElement(
            "PrivacyMask",
            Switch(channel.Masks.Enabled),
            Screen(channel.Overlays.ScreenWidth, channel.Overlays.ScreenHeight),
            new XElement(
                "PrivacyMaskRegionList",
                new XAttribute("size", Math.Max(MaskSlots, channel.Masks.Regions.Length)),
                channel.Masks.Regions.Select((mask, i) => new XElement(
                    "PrivacyMaskRegion",
                    new XElement("id", i + 1),
                    Switch(mask.Enabled),
                    new XElement(
                        "RegionCoordinatesList",
                        mask.Points.Select(point => new XElement("RegionCoordinates", At(point)))),
                    mask.Type is null ? null : new XElement("maskType", mask.Type)))));
    }

    private static object[] Content(HikvisionChannel channel) =>
    [
        new XElement("id", channel.Number),
        new XElement("inputPort", channel.Number),
        new XElement("name", channel.Name),
        new XElement("videoFormat", channel.VideoFormat),
    ];
}
