using System.Collections.Immutable;
using CamMigrate.Core.Ports;
using CamMigrate.Core.Profiles;
using CamMigrate.Core.Profiles.Diff;

namespace CamMigrate.Core.Planning.Areas;

/// <summary>Compares overlays.</summary>
internal static class OsdArea
{
    /// <summary>Places closer than this are one: devices round to a grid of their own.</summary>
    private const double PlaceTolerance = 0.01;

    internal static ImmutableArray<Osd>? Compare(
        ImmutableArray<Osd> want, ImmutableArray<Osd>? have, OsdOptions? options, Comparison c)
    {
        var current = have ?? [];
        var distinct = Distinct(want, c);
        foreach (var osd in distinct.Where(o => o.Enabled == false)) Hidden(osd, current, c);
        var shown = distinct.Where(o => o.Enabled != false).ToImmutableArray();
        if (options is null)
        {
            foreach (var osd in shown) c.NotSupported(Key(osd), osd, null, "the camera offers no overlays over ONVIF");
            return null;
        }

        var planned = shown.Select(o => Fit(o, options)).ToImmutableArray();
        var pairs = ListMatching.Osds([.. planned.Select(p => p.Osd)], current);
        var room = new Room(options, current);
        var result = ImmutableArray.CreateBuilder<Osd>();
        for (var i = 0; i < planned.Length; i++)
        {
            var item = pairs[i] is { } at ? current[at] : null;
            var refusal = item is null ? room.Refusal(planned[i].Osd.Kind) : null;
            if (refusal is not null) c.NotSupported(Key(shown[i]), shown[i], null, refusal);
            else if (Settle(shown[i], planned[i], item, c) is { } osd) result.Add(osd);
        }

        NoteOthers(current, pairs, c);
        return result.ToImmutable();
    }

    /// <summary>Overlays have no name but their kind or words: of two that are alike only the first can be told apart.</summary>
    private static List<Osd> Distinct(ImmutableArray<Osd> want, Comparison c)
    {
        var (names, first) = (new HashSet<string>(StringComparer.Ordinal), new List<Osd>());
        foreach (var osd in want)
        {
            var name = ItemNames.Unique(SettingPath.OsdKey(osd), names);
            if (name == SettingPath.OsdKey(osd)) first.Add(osd);
            else c.NotSupported($"osds[{name}]", osd, null, "the same overlay stands in the profile twice");
        }

        return first;
    }

    private static void Hidden(Osd osd, ImmutableArray<Osd> current, Comparison c)
    {
        var shownNow = current.FirstOrDefault(o => o.Enabled != false && o.Kind == osd.Kind && (osd.Kind != OsdKind.Text || o.Text == osd.Text));
        if (shownNow is null) c.Settle(Key(osd), osd, osd, null, true, false, "it is off, and the camera shows none");
        else c.NotSupported(Key(osd), osd, shownNow, "it is off in the profile; the camera shows one, and this version does not remove overlays");
    }

    private static Osd? Settle(Osd wanted, (Osd Osd, string? Reason) planned, Osd? current, Comparison c)
    {
        var same = current is not null && Matches(current, planned.Osd);
        return c.Settle(Key(wanted), wanted, planned.Osd, current, same, planned.Reason is not null, planned.Reason);
    }

    private static bool Matches(Osd have, Osd planned) =>
        have.Kind == planned.Kind
        && (planned.Text is null || string.Equals(have.Text, planned.Text, StringComparison.Ordinal))
        && (planned.DateFormat is null || string.Equals(have.DateFormat, planned.DateFormat, StringComparison.Ordinal))
        && (planned.TimeFormat is null || string.Equals(have.TimeFormat, planned.TimeFormat, StringComparison.Ordinal))
        && (planned.Position is not { } want || (have.Position is { } at
            && Math.Abs(at.X - want.X) <= PlaceTolerance && Math.Abs(at.Y - want.Y) <= PlaceTolerance));

    private static (Osd Osd, string? Reason) Fit(Osd osd, OsdOptions options)
    {
        var reasons = new List<string>();
        var planned = osd with { Enabled = true };
        if (osd.Position is { } place && !options.HasCustomPosition && !options.Corners.IsEmpty)
        {
            planned = planned with { Position = options.Corners.MinBy(p => Math.Abs(p.X - place.X) + Math.Abs(p.Y - place.Y)) };
            reasons.Add("the camera puts overlays into corners only");
        }

        if (osd.DateFormat is { } date) planned = planned with { DateFormat = Format(date, options.DateFormats, reasons) };
        if (osd.TimeFormat is { } time) planned = planned with { TimeFormat = Format(time, options.TimeFormats, reasons) };
        return (planned, reasons.Count == 0 ? null : string.Join("; ", reasons));
    }

    /// <summary>The offered pattern with the same fields in the same order, else with the same fields, else the first.</summary>
    private static string Format(string wanted, ImmutableArray<string> offered, List<string> reasons)
    {
        if (offered.IsEmpty || offered.Contains(wanted, StringComparer.Ordinal)) return wanted;
        var best = offered
            .OrderByDescending(o => string.Equals(Fields(o), Fields(wanted), StringComparison.Ordinal))
            .ThenByDescending(o => Fields(o).Order().SequenceEqual(Fields(wanted).Order()))
            .First();
        reasons.Add($"the camera writes it as {best}");
        return best;
    }

    /// <summary>The pattern's letters, each once, in order: <c>yyyy-MM-dd</c> is <c>yMd</c>.</summary>
    private static string Fields(string pattern) => string.Concat(pattern.Where(char.IsAsciiLetter).Distinct());

    private static void NoteOthers(ImmutableArray<Osd> current, ImmutableArray<int?> pairs, Comparison c)
    {
        for (var i = 0; i < current.Length; i++)
        {
            if (!pairs.Contains(i))
                c.Note($"osds[{SettingPath.OsdKey(current[i])}]", FindingSeverity.Info, "the camera shows this overlay, which the profile does not name; it stays");
        }
    }

    private static string Key(Osd osd) => $"osds[{SettingPath.OsdKey(osd)}]";

    /// <summary>How many overlays may still be made.</summary>
    private sealed class Room(OsdOptions options, ImmutableArray<Osd> current)
    {
        private readonly Dictionary<OsdKind, int> used = current.GroupBy(o => o.Kind).ToDictionary(g => g.Key, g => g.Count());

        internal string? Refusal(OsdKind kind)
        {
            if (!options.Kinds.IsEmpty && !options.Kinds.Contains(kind)) return $"the camera has no overlay of kind {kind}";
            if (used.Values.Sum() >= options.MaxTotal) return "the camera shows as many overlays as it can";
            if (options.MaxByKind.TryGetValue(kind, out var most) && used.GetValueOrDefault(kind) >= most)
                return $"the camera shows as many overlays of kind {kind} as it can";
            used[kind] = used.GetValueOrDefault(kind) + 1;
            return null;
        }
    }
}
