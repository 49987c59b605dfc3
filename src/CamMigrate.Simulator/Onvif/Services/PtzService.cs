using System.Collections.Immutable;
using System.Xml;
using System.Xml.Linq;
using CamMigrate.Simulator.Estates;

namespace CamMigrate.Simulator.Onvif.Services;

/// <summary>The PTZ service, for reading: one node, its presets and tours.</summary>
internal static class PtzService
{
    private const string NodeToken = "PTZNode_1";
    private const string PanTiltSpace = "http://www.onvif.org/ver10/tptz/PanTiltSpaces/PositionGenericSpace";
    private const string ZoomSpace = "http://www.onvif.org/ver10/tptz/ZoomSpaces/PositionGenericSpace";

    public static Dictionary<XName, OnvifOperation> Operations { get; } = new()
    {
        [Ns.Ptz + "GetNodes"] = (device, _) => [Node(device.Settings.Ptz!)],
        [Ns.Ptz + "GetPresets"] = Presets,
        [Ns.Ptz + "GetPresetTours"] = Tours,
    };

    /// <summary>The configuration inside a profile; null when the camera does not move.</summary>
    public static XElement? Configuration(OnvifDevice device, XName name) => device.Settings.Ptz is not { } ptz
        ? null
        : new XElement(
            name,
            new XAttribute("token", "PTZ_1"),
            new XElement(Ns.Tt + "Name", "PTZ"),
            new XElement(Ns.Tt + "UseCount", device.State.Encoders.Length),
            new XElement(Ns.Tt + "NodeToken", NodeToken),
            ptz.Pan.Length == 2 && ptz.Tilt.Length == 2
                ? new XElement(
                    Ns.Tt + "PanTiltLimits",
                    new XElement(Ns.Tt + "Range", Space(PanTiltSpace), Range("XRange", ptz.Pan), Range("YRange", ptz.Tilt)))
                : null,
            ptz.Zoom.Length == 2
                ? new XElement(
                    Ns.Tt + "ZoomLimits", new XElement(Ns.Tt + "Range", Space(ZoomSpace), Range("XRange", ptz.Zoom)))
                : null);

    private static XElement Node(OnvifPtzSpec ptz) => new(
        Ns.Ptz + "PTZNode",
        new XAttribute("token", NodeToken),
        new XElement(Ns.Tt + "Name", "Dome"),
        new XElement(
            Ns.Tt + "SupportedPTZSpaces",
            new XElement(
                Ns.Tt + "AbsolutePanTiltPositionSpace",
                Space(PanTiltSpace), Range("XRange", [-1, 1]), Range("YRange", [-1, 1]))),
        new XElement(Ns.Tt + "MaximumNumberOfPresets", 64),
        new XElement(Ns.Tt + "HomeSupported", true),
        ptz.Tours.IsEmpty
            ? null
            : new XElement(
                Ns.Tt + "Extension",
                new XElement(
                    Ns.Tt + "SupportedPresetTour", new XElement(Ns.Tt + "MaximumNumberOfPresetTours", 8))));

    private static object?[] Presets(OnvifDevice device, XElement call)
    {
        device.EncoderOfProfile(OnvifDevice.Text(call, "ProfileToken"));
        return
        [
            .. device.Settings.Ptz!.Presets.Select((preset, i) => new XElement(
                Ns.Ptz + "Preset",
                new XAttribute("token", preset.Token),
                preset.Name is null ? null : new XElement(Ns.Tt + "Name", preset.Name),
                new XElement(
                    Ns.Tt + "PTZPosition",
                    new XElement(
                        Ns.Tt + "PanTilt",
                        new XAttribute("x", i / 100.0), new XAttribute("y", -i / 100.0),
                        new XAttribute("space", PanTiltSpace))))),
        ];
    }

    private static object?[] Tours(OnvifDevice device, XElement call)
    {
        device.EncoderOfProfile(OnvifDevice.Text(call, "ProfileToken"));
        return [.. device.Settings.Ptz!.Tours.Select(Tour)];
    }

    private static XElement Tour(OnvifTourSpec tour) => new(
        Ns.Ptz + "PresetTour",
        new XAttribute("token", tour.Token),
        tour.Name is null ? null : new XElement(Ns.Tt + "Name", tour.Name),
        new XElement(Ns.Tt + "Status", new XElement(Ns.Tt + "State", "Idle")),
        new XElement(Ns.Tt + "AutoStart", tour.AutoStart),
        new XElement(Ns.Tt + "StartingCondition"),
        tour.Spots.Select(spot => new XElement(
            Ns.Tt + "TourSpot",
            new XElement(Ns.Tt + "PresetDetail", new XElement(Ns.Tt + "PresetToken", spot.Preset)),
            new XElement(Ns.Tt + "StayTime", XmlConvert.ToString(TimeSpan.FromSeconds(spot.StaySeconds))))));

    private static XElement Space(string uri) => new(Ns.Tt + "URI", uri);

    private static XElement Range(string name, ImmutableArray<double> bounds) =>
        OnvifElements.Range(name, bounds[0], bounds[1]);
}
