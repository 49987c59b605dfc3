using System.Collections.Immutable;
using System.Globalization;
using System.Xml.Linq;
using CamMigrate.Simulator.Estates;
using CamMigrate.Simulator.Video;

namespace CamMigrate.Simulator.Onvif.Services;

/// <summary>Analytics modules and rules of the first video source, for reading.</summary>
internal static class AnalyticsService
{
    private const string ConfigurationToken = "VideoAnalytics_1";

    public static Dictionary<XName, OnvifOperation> Operations { get; } = new()
    {
        [Ns.Analytics + "GetServiceCapabilities"] = (_, _) => [Capabilities()],
        [Ns.Analytics + "GetAnalyticsModules"] = (device, call) =>
            [.. Modules(Settings(device, call), Ns.Analytics + "AnalyticsModule")],
        [Ns.Analytics + "GetRules"] = (device, call) => [.. Rules(Settings(device, call), Ns.Analytics + "Rule")],
    };

    public static XElement Capabilities() => new(
        Ns.Analytics + "Capabilities",
        new XAttribute("RuleSupport", true), new XAttribute("AnalyticsModuleSupport", true));

    /// <summary>The configuration inside a profile of the first source; null where there is none.</summary>
    public static XElement? Configuration(OnvifDevice device, XName name, OnvifEncoder encoder)
    {
        if (device.Settings.Analytics is not { } analytics
            || device.Configuration(encoder.Configuration).Source != device.Settings.Sources[0].Token)
            return null;
        return new XElement(
            name,
            new XAttribute("token", ConfigurationToken),
            new XElement(Ns.Tt + "Name", "VideoAnalytics"),
            new XElement(Ns.Tt + "UseCount", device.State.Encoders.Length),
            new XElement(
                Ns.Tt + "AnalyticsEngineConfiguration",
                analytics.Inline ? Modules(analytics, Ns.Tt + "AnalyticsModule") : null),
            new XElement(
                Ns.Tt + "RuleEngineConfiguration", analytics.Inline ? Rules(analytics, Ns.Tt + "Rule") : null));
    }

    private static OnvifAnalyticsSpec Settings(OnvifDevice device, XElement call) =>
        OnvifDevice.Text(call, "ConfigurationToken") is ConfigurationToken
            ? device.Settings.Analytics!
            : throw OnvifFault.NoConfig(OnvifDevice.Text(call, "ConfigurationToken"));

    private static IEnumerable<XElement> Modules(OnvifAnalyticsSpec analytics, XName name)
    {
        if (!analytics.Cells.IsEmpty)
            yield return Config(
                name, "CellMotion", "CellMotionEngine",
                Simple("Sensitivity", analytics.Sensitivity),
                new XElement(Ns.Tt + "ElementItem", new XAttribute("Name", "Layout"), Layout(analytics.Cells)));
        if (analytics.Tamper is { } sensitivity)
            yield return Config(name, "Tamper", "TamperEngine", Simple("Sensitivity", sensitivity));
    }

    private static XElement Layout(ImmutableArray<string> cells) => new(
        Ns.Tt + "CellLayout",
        new XAttribute("Columns", cells[0].Length),
        new XAttribute("Rows", cells.Length),
        new XElement(
            Ns.Tt + "Transformation",
            new XElement(Ns.Tt + "Translate", new XAttribute("x", -1), new XAttribute("y", -1)),
            new XElement(
                Ns.Tt + "Scale",
                new XAttribute("x", Math.Round(2.0 / cells[0].Length, 6)),
                new XAttribute("y", Math.Round(2.0 / cells.Length, 6)))));

    private static IEnumerable<XElement> Rules(OnvifAnalyticsSpec analytics, XName name)
    {
        if (!analytics.Cells.IsEmpty)
            yield return Config(
                name, "MotionRule", "CellMotionDetector",
                Simple("MinCount", 5), Simple("AlarmOnDelay", 1000), Simple("AlarmOffDelay", 1000),
                Simple("ActiveCells", analytics.ActiveCells ?? ActiveCells.Encode(analytics.Cells)));
        if (analytics.Tamper is not null) yield return Config(name, "TamperRule", "TamperDetector");
        foreach (var rule in analytics.Rules)
            yield return Config(name, rule.Name, rule.Kind, [.. Parameters(rule)]);
    }

    private static IEnumerable<XElement> Parameters(OnvifRuleSpec rule)
    {
        var points = rule.Points.Select(Point);
        switch (rule.Kind)
        {
            case "LineDetector":
                yield return Simple("Direction", rule.Direction);
                yield return Element("Segments", new XElement(Ns.Tt + "Polyline", points));
                break;
            case "MotionRegionDetector":
                yield return Element("MotionRegion", new XElement(
                    Ns.Rules + "MotionRegionConfig",
                    new XAttribute("Armed", rule.Armed), new XAttribute("Sensitivity", rule.Sensitivity),
                    new XElement(Ns.Tt + "Polygon", points)));
                break;
            default:
                if (rule.Kind == "LoiteringDetector") yield return Simple("TimeThreshold", rule.TimeThreshold);
                yield return Element("Field", new XElement(Ns.Tt + "Polygon", points));
                break;
        }
    }

    private static XElement Point(WirePoint at) =>
        new(Ns.Tt + "Point", new XAttribute("x", at.X), new XAttribute("y", at.Y));

    private static XElement Element(string name, XElement content) =>
        new(Ns.Tt + "ElementItem", new XAttribute("Name", name), content);

    private static XElement Simple(string name, object value) => new(
        Ns.Tt + "SimpleItem",
        new XAttribute("Name", name),
        new XAttribute("Value", Convert.ToString(value, CultureInfo.InvariantCulture)!));

    // SimpleItems stand before ElementItems in the schema.
    private static XElement Config(XName name, string label, string type, params XElement[] items) => new(
        name,
        new XAttribute("Name", label),
        new XAttribute("Type", $"tt:{type}"),
        new XElement(Ns.Tt + "Parameters", items.Cast<object>().ToArray()));
}
