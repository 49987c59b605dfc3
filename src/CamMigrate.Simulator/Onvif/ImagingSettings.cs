using System.Collections.Immutable;
using System.Globalization;
using System.Xml.Linq;
using CamMigrate.Simulator.Estates;

namespace CamMigrate.Simulator.Onvif;

/// <summary>Imaging settings as a table: element paths in schema order, each with what it may be.</summary>
internal static class ImagingSettings
{
    private const string Deep = "Extension/Extension/Extension/";

    /// <summary>
    /// One setting of a source: its path in the settings, its mode words or its range, and its path in the options.
    /// </summary>
    public sealed record Entry(
        string Path, string Options, string Initial, ImmutableArray<string> Modes, LevelSpec? Level);

    /// <summary>What a source has, in schema order.</summary>
    public static IEnumerable<Entry> Entries(OnvifImagingSpec spec) =>
        All(spec).Where(
            entry => !spec.Lacks.Any(lack => entry.Path.Contains(lack, StringComparison.OrdinalIgnoreCase)));

    public static ImmutableDictionary<string, string> Initial(OnvifImagingSpec spec) =>
        Entries(spec).ToImmutableDictionary(entry => entry.Path, entry => entry.Initial, StringComparer.Ordinal);

    /// <summary>Builds the settings element from path and value pairs, in the table's order.</summary>
    public static void Write(XElement parent, IEnumerable<Entry> entries, ImmutableDictionary<string, string> values)
    {
        foreach (var entry in entries.Where(entry => values.ContainsKey(entry.Path)))
            At(parent, entry.Path).Value = values[entry.Path];
    }

    /// <summary>Builds the options element.</summary>
    public static void WriteOptions(XElement parent, IEnumerable<Entry> entries)
    {
        foreach (var entry in entries)
        {
            var name = entry.Options.Split('/')[^1];
            var group = entry.Options.Contains('/', StringComparison.Ordinal)
                ? At(parent, entry.Options[..entry.Options.LastIndexOf('/')])
                : parent;
            if (!entry.Modes.IsEmpty) group.Add(entry.Modes.Select(mode => new XElement(Ns.Tt + name, mode)));
            else if (entry.Path.StartsWith(Deep, StringComparison.Ordinal)) group.Add(new XElement(Ns.Tt + name, true));
            else group.Add(
                new XElement(
                    Ns.Tt + name,
                    new XElement(Ns.Tt + "Min", entry.Level!.Min),
                    new XElement(Ns.Tt + "Max", entry.Level.Max)));
        }
    }

    /// <summary>Leaves of a settings element as path and value pairs.</summary>
    public static IEnumerable<(string Path, string Value)> Leaves(XElement settings, string prefix = "") =>
        settings.Elements().SelectMany(child => child.HasElements
            ? Leaves(child, $"{prefix}{child.Name.LocalName}/")
            : [($"{prefix}{child.Name.LocalName}", child.Value.Trim())]);

    private static IEnumerable<Entry> All(OnvifImagingSpec spec) =>
    [
        .. Mode("BacklightCompensation", spec.BacklightCompensation),
        .. Level("Brightness", spec.Brightness),
        .. Level("ColorSaturation", spec.ColorSaturation),
        .. Level("Contrast", spec.Contrast),
        .. Mode("Exposure", spec.Exposure, "MaxExposureTime"),
        .. Filter(spec.IrCutFilter),
        .. Level("Sharpness", spec.Sharpness),
        .. Mode("WideDynamicRange", spec.WideDynamicRange),
        .. Mode("WhiteBalance", spec.WhiteBalance),
        .. Fog(spec.Defogging),
        .. Noise(spec.NoiseReduction),
    ];

    private static IEnumerable<Entry> Level(string name, LevelSpec? level)
    {
        if (level is not null) yield return new(name, name, Text(level.Value), [], level);
    }

    private static IEnumerable<Entry> Mode(string name, ModeSpec? mode, string level = "Level")
    {
        if (mode is null) yield break;
        yield return new($"{name}/Mode", $"{name}/Mode", mode.Value, mode.Modes, null);
        var path = $"{name}/{level}";
        if (mode.Level is { } range) yield return new(path, path, Text(range.Value), [], range);
    }

    private static IEnumerable<Entry> Filter(ModeSpec? filter)
    {
        if (filter is not null) yield return new("IrCutFilter", "IrCutFilterModes", filter.Value, filter.Modes, null);
    }

    private static IEnumerable<Entry> Fog(ModeSpec? fog)
    {
        if (fog is null) yield break;
        var level = fog.Level ?? new LevelSpec { Value = 0.5, Max = 1 };
        yield return new($"{Deep}Defogging/Mode", $"{Deep}DefoggingOptions/Mode", fog.Value, fog.Modes, null);
        yield return new($"{Deep}Defogging/Level", $"{Deep}DefoggingOptions/Level", Text(level.Value), [], level);
    }

    private static IEnumerable<Entry> Noise(LevelSpec? noise)
    {
        const string Name = "NoiseReduction";
        if (noise is not null)
            yield return new($"{Deep}{Name}/Level", $"{Deep}{Name}Options/Level", Text(noise.Value), [], noise);
    }

    private static XElement At(XElement parent, string path)
    {
        foreach (var name in path.Split('/'))
        {
            var child = parent.Element(Ns.Tt + name);
            if (child is null) parent.Add(child = new XElement(Ns.Tt + name));
            parent = child;
        }

        return parent;
    }

    private static string Text(double number) => number.ToString(CultureInfo.InvariantCulture);
}
