using System.Collections.Immutable;
using CamMigrate.Core.Planning;
using CamMigrate.Core.Profiles;
using CamMigrate.Core.Reading;

namespace CamMigrate.Adapters.Dahua;

/// <summary>
/// Names and numbers of positions: <c>ptz.cgi?action=getPresets</c>, <c>getTours</c>, and the home of <c>Ptz[ch]</c>.
/// The positions themselves fit no other mechanics.
/// </summary>
internal static class DahuaPtz
{
    private const int Most = 1024;
    private static readonly string[] Lists = ["Presets", "Points", "Preset"];
    private static readonly string[] Seconds = ["Time", "Duration", "StayTime", "Interval"];

    internal static DahuaCall Presets(int number) => Call("getPresets", number);

    internal static DahuaCall Tours(int number) => Call("getTours", number);

    /// <summary>The settings; null = the channel has no position, so it is none of these cameras.</summary>
    internal static PtzSettings? Parse(AnswerNode? presets, AnswerNode? tours, AnswerNode? port, int source,
        ReadingNotes notes)
    {
        var path = SettingPath.Source(source) + ".ptz";
        var positions = Positions(presets);
        if (positions.Length == 0 && !tours.At("tours").Items().Any())
        {
            if (port.At("Homing").Row(0).PeekInt() is < 1) port.At("Homing").IgnoreAll(IgnoreRule.Unset);
            return null;
        }

        if (positions.Length > 0)
            notes.Info(path, "names and numbers of the positions are carried; teach each position again on the new camera.");
        var routes = tours is null ? (ImmutableArray<PresetTour>?)null : Routes(tours, path, notes);
        return new PtzSettings
        {
            Presets = presets is null ? null : positions,
            Tours = routes,
            ParkAction = Park(port.At("Homing")),
        };
    }

    private static DahuaCall Call(string action, int number) => new(
        FormattableString.Invariant($"ptz.{action}[{number}]"),
        FormattableString.Invariant($"ptz.cgi?action={action}&channel={number}"), null);

    private static ImmutableArray<PtzPreset> Positions(AnswerNode? document)
    {
        var presets = new List<PtzPreset>();
        foreach (var (_, row) in document.At("presets").Items().Take(Most))
        {
            row.At("Position").BecauseAll("a position that fits this camera's mechanics alone");
            row.At("Type").Ignore(IgnoreRule.Identity);
            if (row.At("Index").Int(1) is not { } number || presets.Any(p => p.Number == number)) continue;
            presets.Add(new PtzPreset { Number = number, Name = row.At("Name").Text() });
        }

        return [.. presets.OrderBy(p => p.Number)];
    }

    private static ImmutableArray<PresetTour> Routes(AnswerNode document, string path, ReadingNotes notes)
    {
        var tours = new List<PresetTour>();
        foreach (var (index, row) in document.At("tours").Items().Take(Most))
        {
            var number = row.At("Index").Int(1) ?? row.At("Id").Int(1) ?? (index is >= 0 and < Most ? index + 1 : 0);
            if (number == 0 || tours.Any(t => t.Number == number)) continue;
            var steps = Lists.Select(l => row.At(l)).FirstOrDefault(l => l is not null);
            tours.Add(new PresetTour
            {
                Number = number,
                Name = row.At("Name").Text(),
                Enabled = row.At("Enable").Bool(),
                Steps = steps is null ? null
                    : [.. steps.Items().Take(Most).Select(s => Step(s.Node, row)).OfType<TourStep>()],
            });
        }

        if (tours.Count > 0) notes.Assume(path + ".tours"); // no recording of this answer exists
        return [.. tours.OrderBy(t => t.Number)];
    }

    private static TourStep? Step(AnswerNode node, AnswerNode tour)
    {
        var place = node.IsLeaf ? node
            : node.At("Preset") ?? node.At("PresetIndex") ?? node.At("Index") ?? node.At("Id");
        if (place.Int(1) is not { } preset) return null;
        var own = Seconds.Select(n => node.At(n) ?? tour.At(n)).FirstOrDefault(n => n is not null);
        return new TourStep { Preset = preset, StayTime = own.Number() };
    }

    /// <summary>Preset, or -1 for none; idle seconds.</summary>
    private static ParkAction? Park(AnswerNode? homing)
    {
        var (preset, idle) = (homing.Row(0), homing.Row(1));
        if (preset.PeekInt() is not { } number) return null;
        if (number < 1)
        {
            preset.Taken();
            idle.Ignore(IgnoreRule.NotInForce);
            return new ParkAction { Enabled = false };
        }

        return new ParkAction { Enabled = true, Preset = preset.Int(1), Delay = idle.Number() };
    }
}
