using System.Xml.Linq;

namespace CamMigrate.Simulator.Onvif;

/// <summary>
/// The order of child elements that strict cameras insist on, for everything that can be written. SOAP sequences are
/// ordered: a misplaced, missing or unknown element is a fault, elements of foreign namespaces are passed over.
/// </summary>
internal static class ElementOrder
{
    // name! is mandatory, name* repeats, name:Type has children of its own.
    private static readonly Dictionary<string, Child[]> Types = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["Encoder1"] = "Name! UseCount! Encoding! Resolution!:Size Quality! RateControl:Rate1 MPEG4 "
            + "H264:H264 Multicast!:Multicast SessionTimeout!",
        ["Encoder2"] = "Name! UseCount! Encoding! Resolution!:Size RateControl:Rate2 Multicast:Multicast Quality!",
        ["Size"] = "Width! Height!",
        ["Rate1"] = "FrameRateLimit! EncodingInterval! BitrateLimit!",
        ["Rate2"] = "FrameRateLimit! BitrateLimit! AverageBitRate",
        ["H264"] = "GovLength! H264Profile!",
        ["Multicast"] = "Address!:Address Port! TTL! AutoStart!",
        ["Address"] = "Type! IPv4Address IPv6Address",
        ["Source"] = "Name! UseCount! SourceToken! Bounds! Extension:SourceExtension",
        ["SourceExtension"] = "Rotate:Rotate Extension",
        ["Rotate"] = "Mode! Degree Extension",
        ["Osd"] = "VideoSourceConfigurationToken! Type! Position!:Position TextString:Text Image Extension",
        ["Position"] = "Type! Pos Extension",
        ["Text"] = "Type! DateFormat TimeFormat FontSize FontColor BackgroundColor PlainText Extension",
        ["Polygon"] = "Point*",
        ["Imaging"] = "BacklightCompensation:ModeLevel Brightness ColorSaturation Contrast Exposure:Exposure Focus "
            + "IrCutFilter Sharpness WideDynamicRange:ModeLevel WhiteBalance:WhiteBalance Extension:Imaging1",
        ["ModeLevel"] = "Mode! Level Extension",
        ["Exposure"] = "Mode! Priority Window MinExposureTime MaxExposureTime MinGain MaxGain MinIris MaxIris "
            + "ExposureTime Gain Iris",
        ["WhiteBalance"] = "Mode! CrGain CbGain Extension",
        ["Imaging1"] = "ImageStabilization Extension:Imaging2",
        ["Imaging2"] = "IrCutFilterAutoAdjustment* Extension:Imaging3",
        ["Imaging3"] = "ToneCompensation:ModeLevel Defogging:ModeLevel NoiseReduction:Level Extension",
        ["Level"] = "Level!",
        ["TimeZone"] = "TZ!",
        ["DateTime"] = "Time!:Time Date!:Date",
        ["Time"] = "Hour! Minute! Second!",
        ["Date"] = "Year! Month! Day!",
        ["Host"] = "Type! IPv4Address IPv6Address DNSname Extension",
        ["Mask"] = "ConfigurationToken! Polygon!:Polygon Type! Color Enabled!",
    }.ToDictionary(entry => entry.Key, entry => Children(entry.Value), StringComparer.Ordinal);

    private static readonly Dictionary<XName, Child[]> Calls = new Dictionary<XName, string>
    {
        [Ns.Media1 + "SetVideoEncoderConfiguration"] = "Configuration!:Encoder1 ForcePersistence!",
        [Ns.Media2 + "SetVideoEncoderConfiguration"] = "Configuration!:Encoder2",
        [Ns.Media1 + "SetVideoSourceConfiguration"] = "Configuration!:Source ForcePersistence!",
        [Ns.Media2 + "SetVideoSourceConfiguration"] = "Configuration!:Source",
        [Ns.Media1 + "CreateOSD"] = "OSD!:Osd",
        [Ns.Media1 + "SetOSD"] = "OSD!:Osd",
        [Ns.Media1 + "DeleteOSD"] = "OSDToken!",
        [Ns.Media2 + "CreateOSD"] = "OSD!:Osd",
        [Ns.Media2 + "SetOSD"] = "OSD!:Osd",
        [Ns.Media2 + "DeleteOSD"] = "OSDToken!",
        [Ns.Media2 + "CreateMask"] = "Mask!:Mask",
        [Ns.Media2 + "SetMask"] = "Mask!:Mask",
        [Ns.Media2 + "DeleteMask"] = "Token!",
        [Ns.Imaging + "SetImagingSettings"] = "VideoSourceToken! ImagingSettings!:Imaging ForcePersistence",
        [Ns.Device + "SetSystemDateAndTime"] = "DateTimeType! DaylightSavings! TimeZone:TimeZone UTCDateTime:DateTime",
        [Ns.Device + "SetNTP"] = "FromDHCP! NTPManual*:Host",
    }.ToDictionary(entry => entry.Key, entry => Children(entry.Value));

    /// <exception cref="OnvifFault">An element is out of place, missing, or unknown.</exception>
    public static void Check(XElement call)
    {
        if (Calls.TryGetValue(call.Name, out var children)) Check(call, children, call.Name.Namespace);
    }

    private static void Check(XElement parent, Child[] children, XNamespace ns)
    {
        var at = 0;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var element in parent.Elements().Where(element => element.Name.Namespace == ns))
        {
            var name = element.Name.LocalName;
            var index = Array.FindIndex(children, child => child.Name == name);
            if (index < 0) throw OnvifFault.Invalid($"{parent.Name.LocalName} has no child {name}");
            if (index < at) throw OnvifFault.Invalid($"{name} is out of place in {parent.Name.LocalName}");
            if (!seen.Add(name) && !children[index].Repeats)
                throw OnvifFault.Invalid($"{name} is there twice in {parent.Name.LocalName}");
            at = index;
            if (children[index].Type is { } type) Check(element, Types[type], type == "Mask" ? Ns.Media2 : Ns.Tt);
        }

        if (children.FirstOrDefault(child => child.Mandatory && !seen.Contains(child.Name)) is { } missing)
            throw OnvifFault.Invalid($"{parent.Name.LocalName} lacks {missing.Name}");
    }

    private static Child[] Children(string grammar) =>
    [
        .. grammar.Split(' ').Select(word =>
        {
            var parts = word.Split(':');
            var name = parts[0].TrimEnd('!', '*');
            return new Child(
                name,
                parts[0].Contains('!', StringComparison.Ordinal),
                parts[0].Contains('*', StringComparison.Ordinal),
                parts.Length > 1 ? parts[1] : null);
        }),
    ];

    private sealed record Child(string Name, bool Mandatory, bool Repeats, string? Type);
}
