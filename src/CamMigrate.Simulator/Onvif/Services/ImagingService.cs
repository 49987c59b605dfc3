using System.Globalization;
using System.Xml.Linq;
using CamMigrate.Simulator.Estates;

namespace CamMigrate.Simulator.Onvif.Services;

/// <summary>The imaging service.</summary>
internal static class ImagingService
{
    public static Dictionary<XName, OnvifOperation> Operations { get; } = new()
    {
        [Ns.Imaging + "GetServiceCapabilities"] = (_, _) => [Capabilities()],
        [Ns.Imaging + "GetImagingSettings"] = Get,
        [Ns.Imaging + "GetOptions"] = Options,
        [Ns.Imaging + "SetImagingSettings"] = Set,
    };

    public static XElement Capabilities() =>
        new(Ns.Imaging + "Capabilities", new XAttribute("ImageStabilization", false));

    private static object?[] Get(OnvifDevice device, XElement call)
    {
        var source = Source(device, call);
        var settings = new XElement(Ns.Imaging + "ImagingSettings");
        ImagingSettings.Write(settings, ImagingSettings.Entries(source.Imaging), device.State.Imaging[source.Token]);
        return [settings];
    }

    private static object?[] Options(OnvifDevice device, XElement call)
    {
        var options = new XElement(Ns.Imaging + "ImagingOptions");
        ImagingSettings.WriteOptions(options, ImagingSettings.Entries(Source(device, call).Imaging));
        return [options];
    }

    private static object?[] Set(OnvifDevice device, XElement call)
    {
        var source = Source(device, call);
        var entries = ImagingSettings.Entries(source.Imaging).ToDictionary(entry => entry.Path, StringComparer.Ordinal);
        var values = source.Imaging.ResetsOmitted
            ? ImagingSettings.Initial(source.Imaging)
            : device.State.Imaging[source.Token];
        foreach (var (path, value) in ImagingSettings.Leaves(call.Element(Ns.Imaging + "ImagingSettings")!))
        {
            if (!entries.TryGetValue(path, out var entry)) throw Refusal($"{path} is not in this camera");
            if (!IsAllowed(entry, value)) throw Refusal($"{path} '{value}' is not among the options");
            values = values.SetItem(path, value);
        }

        device.State = device.State with { Imaging = device.State.Imaging.SetItem(source.Token, values) };
        return [];
    }

    private static bool IsAllowed(ImagingSettings.Entry entry, string value) => entry.Level is not { } level
        ? entry.Modes.Contains(value)
        : double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            && number >= level.Min && number <= level.Max;

    private static OnvifFault Refusal(string reason) => OnvifFault.Value(reason, "SettingsInvalid");

    private static OnvifSourceSpec Source(OnvifDevice device, XElement call)
    {
        var token = OnvifDevice.Text(call, "VideoSourceToken");
        return device.Settings.Sources.FirstOrDefault(source => source.Token == token)
            ?? throw OnvifFault.Value($"no source has the token '{token}'", "NoSource");
    }
}
