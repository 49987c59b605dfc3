using System.Globalization;
using System.Xml.Linq;

namespace CamMigrate.Simulator.Onvif.Services;

/// <summary>Video sources and their configurations: rotation and mirror, for Media1 and Media2.</summary>
internal static class VideoSources
{
    public static Dictionary<XName, OnvifOperation> Operations { get; } = new()
    {
        [Ns.Media1 + "GetVideoSources"] = Sources,
        [Ns.Media1 + "GetVideoSourceConfigurations"] = Configurations,
        [Ns.Media2 + "GetVideoSourceConfigurations"] = Configurations,
        [Ns.Media1 + "GetVideoSourceConfigurationOptions"] = Options,
        [Ns.Media2 + "GetVideoSourceConfigurationOptions"] = Options,
        [Ns.Media1 + "SetVideoSourceConfiguration"] = Set,
        [Ns.Media2 + "SetVideoSourceConfiguration"] = Set,
    };

    public static XElement Element(OnvifDevice device, XName name, OnvifSourceConfiguration configuration)
    {
        var source = device.SourceOf(configuration);
        return new XElement(
            name,
            new XAttribute("token", configuration.Token),
            new XElement(Ns.Tt + "Name", configuration.Name),
            new XElement(Ns.Tt + "UseCount", device.UseCount(configuration)),
            new XElement(Ns.Tt + "SourceToken", configuration.Source),
            new XElement(
                Ns.Tt + "Bounds",
                new XAttribute("x", 0),
                new XAttribute("y", 0),
                new XAttribute("width", source.Width),
                new XAttribute("height", source.Height)),
            source.Rotations.IsEmpty && !source.CanMirror
                ? null
                : new XElement(
                    Ns.Tt + "Extension",
                    new XElement(
                        Ns.Tt + "Rotate",
                        source.CanMirror ? new XAttribute("Mirror", configuration.Mirror) : null,
                        new XElement(Ns.Tt + "Mode", configuration.Rotation == 0 ? "OFF" : "ON"),
                        new XElement(Ns.Tt + "Degree", configuration.Rotation))));
    }

    private static object?[] Sources(OnvifDevice device, XElement call) =>
    [
        .. device.Settings.Sources.Select(source => new XElement(
            Ns.Media1 + "VideoSources",
            new XAttribute("token", source.Token),
            new XElement(Ns.Tt + "Framerate", source.FrameRate),
            OnvifElements.Size("Resolution", source.Width, source.Height))),
    ];

    private static object?[] Configurations(OnvifDevice device, XElement call)
    {
        var token = OnvifDevice.OptionalText(call, "ConfigurationToken");
        if (token is not null) device.Configuration(token);
        return
        [
            .. device.State.Configurations
                .Where(configuration => token is null || configuration.Token == token)
                .Select(configuration => Element(device, call.Name.Namespace + "Configurations", configuration)),
        ];
    }

    private static object?[] Options(OnvifDevice device, XElement call)
    {
        var configuration = OnvifDevice.OptionalText(call, "ConfigurationToken") is { } token
            ? device.Configuration(token)
            : device.State.Configurations[0];
        var source = device.SourceOf(configuration);
        return
        [
            new XElement(
                call.Name.Namespace + "Options",
                new XElement(
                    Ns.Tt + "BoundsRange",
                    OnvifElements.Range("XRange", 0, 0), OnvifElements.Range("YRange", 0, 0),
                    OnvifElements.Range("WidthRange", source.Width, source.Width),
                    OnvifElements.Range("HeightRange", source.Height, source.Height)),
                new XElement(Ns.Tt + "VideoSourceTokensAvailable", source.Token),
                source.Rotations.IsEmpty && !source.CanMirror
                    ? null
                    : new XElement(
                        Ns.Tt + "Extension",
                        new XElement(
                            Ns.Tt + "Rotate",
                            source.CanMirror ? new XAttribute("Mirror", true) : null,
                            new XElement(Ns.Tt + "Mode", "OFF"),
                            source.Rotations.IsEmpty ? null : new XElement(Ns.Tt + "Mode", "ON"),
                            source.Rotations.IsEmpty
                                ? null
                                : new XElement(
                                    Ns.Tt + "DegreeList",
                                    source.Rotations.Select(degree => new XElement(Ns.Tt + "Items", degree)))))),
        ];
    }

    private static object?[] Set(OnvifDevice device, XElement call)
    {
        var wanted = call.Element(call.Name.Namespace + "Configuration")!;
        var configuration = device.Configuration(wanted.Attribute("token")?.Value ?? "");
        var source = device.SourceOf(configuration);
        var bounds = wanted.Element(Ns.Tt + "Bounds")!;
        if (OnvifDevice.Text(wanted, "SourceToken") != source.Token
            || !IsWhole(bounds, "width", source.Width) || !IsWhole(bounds, "height", source.Height)
            || !IsWhole(bounds, "x", 0) || !IsWhole(bounds, "y", 0))
            throw OnvifFault.Modify("source and bounds are fixed");
        var next = configuration with { Name = OnvifDevice.Text(wanted, "Name") };
        if (wanted.Element(Ns.Tt + "Extension")?.Element(Ns.Tt + "Rotate") is { } rotate)
        {
            if (source.Rotations.IsEmpty && !source.CanMirror) throw OnvifFault.Modify("this source does not rotate");
            var degree = OnvifDevice.Text(rotate, "Mode") == "OFF" ? 0
                : OnvifDevice.OptionalText(rotate, "Degree") is null ? 180
                : OnvifDevice.Whole(rotate, "Degree");
            if (degree != 0 && !source.Rotations.Contains(degree))
                throw OnvifFault.Modify(
                    string.Create(CultureInfo.InvariantCulture, $"{degree} degrees are not offered"));
            next = next with { Rotation = degree };
            if (source.CanMirror && rotate.Attribute("Mirror") is { } mirror)
                next = next with { Mirror = mirror.Value is "true" or "1" };
        }

        device.State = device.State with { Configurations = device.State.Configurations.Replace(configuration, next) };
        return [];
    }

    private static bool IsWhole(XElement bounds, string name, int expected) =>
        bounds.Attribute(name)?.Value == expected.ToString(CultureInfo.InvariantCulture);
}
