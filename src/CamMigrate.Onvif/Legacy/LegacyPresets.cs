using System.Collections.Immutable;
using CamMigrate.Core.Profiles;
using CamMigrate.Core.Reading;
using CamMigrate.Onvif.Areas;

namespace CamMigrate.Onvif.Legacy;

/// <summary>Reads presets, tours and limits. ONVIF knows presets by tokens, people by numbers.</summary>
internal static class LegacyPresets
{
    private const int Most = 1000;
    private const string Degrees = "SphericalPositionSpaceDegrees";

    internal static PtzSettings Parse(Part? presets, Part? tours, AnswerNode configuration, string path, ReadingNotes notes)
    {
        var listed = presets.Children("Preset").Take(Most).ToList();
        var numbers = Numbers(listed.Select(p => p.Token));
        return new PtzSettings
        {
            Presets = presets is null
                ? null
                : [.. listed.Select(p => Preset(p.Node, numbers[p.Token])).DistinctBy(p => p.Number).OrderBy(p => p.Number)],
            Tours = tours is null ? null : Tours([.. tours.Children("PresetTour").Take(Most)], numbers, path, notes),
            Limits = Limits(configuration),
        };
    }

    /// <summary>A number for each token: the token itself where it is one, else the next that is free.</summary>
    private static Dictionary<string, int> Numbers(IEnumerable<string> tokens)
    {
        var all = tokens.Distinct(StringComparer.Ordinal).ToList();
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var token in all)
            if (int.TryParse(token, System.Globalization.NumberStyles.None, null, out var number)
                && number is >= 1 and <= 65535 && !numbers.ContainsValue(number))
                numbers[token] = number;
        var next = 1;
        foreach (var token in all.Where(t => !numbers.ContainsKey(t)))
        {
            while (numbers.ContainsValue(next)) next++;
            numbers[token] = next;
        }

        return numbers;
    }

    private static PtzPreset Preset(AnswerNode preset, int number)
    {
        preset.At("@token").Taken();
        foreach (var leaf in preset.At("PTZPosition")?.Leaves() ?? [])
            leaf.Because("positions differ between models: the new camera is moved to each by hand");
        return new PtzPreset { Number = number, Name = preset.At("Name").Text() };
    }

    private static ImmutableArray<PresetTour> Tours(
        List<Part> tours, Dictionary<string, int> presets, string path, ReadingNotes notes)
    {
        var numbers = Numbers(tours.Select(t => t.Token));
        return [.. tours.Select(t => Tour(t, numbers[t.Token], presets, path, notes)).DistinctBy(t => t.Number)];
    }

    private static PresetTour Tour(
        Part tour, int number, Dictionary<string, int> presets, string path, ReadingNotes notes)
    {
        tour.Node.At("@token").Taken();
        foreach (var leaf in tour.Node.At("Status")?.Leaves() ?? []) leaf.Ignore(IgnoreRule.Status);
        var steps = ImmutableArray.CreateBuilder<TourStep>();
        foreach (var spot in tour.Children("TourSpot").Take(Most))
        {
            var preset = spot.At("PresetDetail").Raw("PresetToken");
            if (preset is null || !presets.TryGetValue(preset, out var place))
            {
                notes.Warn(path + ".tours", "a stop of a tour is no preset that the camera lists; it is left out.");
                continue;
            }

            spot.Node.At("PresetDetail", "PresetToken").Taken();
            steps.Add(new TourStep { Preset = place, StayTime = OnvifDuration.Take(spot.Node.At("StayTime"), 86_400) });
        }

        return new PresetTour
        {
            Number = number,
            Name = tour.Node.At("Name").Text(),
            Enabled = tour.Node.At("AutoStart").Bool(),
            Steps = steps.ToImmutable(),
        };
    }

    /// <summary>Limits, where they are in degrees; a fraction of a range that nobody knows cannot be carried.</summary>
    private static PtzLimits? Limits(AnswerNode configuration)
    {
        foreach (var name in new[] { "PanTiltLimits", "ZoomLimits" })
        {
            foreach (var leaf in configuration.At(name)?.Leaves() ?? [])
                leaf.Because("a fraction of this model's range; set it by hand");
        }

        var range = configuration.At("PanTiltLimits", "Range");
        if (range.At("URI").Peek()?.EndsWith(Degrees, StringComparison.OrdinalIgnoreCase) != true) return null;
        range.At("URI").Taken();
        return new PtzLimits
        {
            Enabled = true,
            PanMin = range.At("XRange", "Min").Number(-360, 360),
            PanMax = range.At("XRange", "Max").Number(-360, 360),
            TiltMin = range.At("YRange", "Min").Number(-360, 360),
            TiltMax = range.At("YRange", "Max").Number(-360, 360),
        };
    }
}
