using System.Collections.Immutable;
using CamMigrate.Core.Planning;
using CamMigrate.Core.Profiles;
using CamMigrate.Core.Reading;

namespace CamMigrate.Adapters.Dahua;

/// <summary>
/// Picture settings of one channel: a row for each profile in each of a dozen tables. The row in force becomes the
/// source's own, the others become profiles with what differs.
/// </summary>
internal sealed class DahuaImaging(
    DahuaTables tables, DahuaIdentity identity, DahuaSchedules schedules, ReadingNotes notes)
{
    private const int MostRows = 64;

    private static readonly string[] RowTables =
    [
        "VideoColor", "VideoInColor", "VideoInExposure", "VideoInDayNight", "VideoInWhiteBalance", "VideoInSharpness",
        "VideoInBacklight", "VideoInDenoise", "VideoInDefog", "Lighting", "Lighting_V2", "LightingScheme",
    ];

    internal (ImagingSettings? InForce, ImmutableArray<ImagingProfile>? Others, int Row) Parse(int channel,
        AnswerNode? caps)
    {
        var source = channel + 1;
        var path = SettingPath.Source(source) + ".imaging";
        var options = tables.Of("VideoInOptions", channel);
        var rows = Rows(channel, options);
        var mode = tables.Of("VideoInMode", channel);
        if (rows.Count == 0 && mode is null) return (null, null, DahuaProfiles.Day);
        var colors = new DahuaColors(tables, channel, notes);
        if (mode is not null) DahuaProfiles.Mirrored(options);
        var profiles = mode is not null
            ? DahuaProfiles.Of(mode, source, schedules, notes)
            : DahuaProfiles.OfOptions(options, source, schedules);
        var inForce = Row(channel, profiles.InForce, path, options, caps, colors, notes);
        var others = ImmutableArray.CreateBuilder<ImagingProfile>();
        foreach (var other in profiles.Others(rows, row => Name(channel, row)))
        {
            var below = FormattableString.Invariant($"{SettingPath.Source(source)}.imagingProfiles[{other.Name}].imaging");
            var own = new ReadingNotes();
            var differs = Differing(Row(channel, other.Index, below, options, caps, colors, own), inForce);
            Keep(own, differs, below);
            if (differs is null && other.When is null)
            {
                // The same once more, kept for later: no entry has it.
                foreach (var leaf in Leaves(channel, other.Index, options, colors)) leaf.LeaveOut(DahuaRule.SameRow);
                continue;
            }

            others.Add(
                new ImagingProfile
                {
                    Name = Free(other.Name, others),
                    When = other.When,
                    Schedule = other.Schedule,
                    Imaging = differs,
                });
        }

        colors.Timed(others, inForce, schedules, source);
        return (inForce == new ImagingSettings() ? null : inForce, others.Count == 0 ? null : others.ToImmutable(),
            profiles.InForce);
    }

    private List<int> Rows(int channel, AnswerNode? options)
    {
        var rows = RowTables.SelectMany(t => tables.Of(t, channel).Items()).Select(i => i.Index)
            .Where(i => i is >= 0 and < MostRows).ToHashSet();
        // Two rows of colours without names are no profiles but hours of the day.
        for (var i = 0; i <= DahuaProfiles.Normal; i++)
            if (DahuaOptions.Row(options, i) is not null) rows.Add(i);
        return [.. rows.Order()];
    }

    /// <summary>Newer firmware names each row; the others are known by their number.</summary>
    private string? Name(int channel, int row) =>
        RowTables.Select(t => tables.Of(t, channel, row).At("Name").Peek())
            .FirstOrDefault(name => name is { Length: < 64 }
                && name.All(c => char.IsAsciiLetterOrDigit(c) || c is ' ' or '-' or '_'));

    private ImagingSettings Row(
        int channel, int row, string path, AnswerNode? options, AnswerNode? caps, DahuaColors colors, ReadingNotes said)
    {
        foreach (var table in RowTables) tables.Of(table, channel, row).At("Name").Ignore(IgnoreRule.Identity);
        var (filter, dayNight) = DahuaPicture.DayNight(tables.Of("VideoInDayNight", channel, row), path, said);
        var backlight = tables.Of("VideoInBacklight", channel, row);
        var (wide, back, high) = DahuaPicture.Backlight(backlight, path, said);
        var exposure = tables.Of("VideoInExposure", channel, row);
        if (backlight is null)
        {
            (wide, back, high) = (DahuaOptions.Wide(exposure), DahuaOptions.Back(exposure, caps),
                DahuaOptions.High(exposure));
        }
        else
        {
            exposure.Ignore(DahuaRule.Mirror, "Backlight", "GlareInhibition", "WideDynamicRange",
                "WideDynamicRangeMode");
            exposure.At("BacklightRegion").IgnoreAll(DahuaRule.Mirror);
        }

        var settings = colors.Row(row) with
        {
            IrCutFilter = filter,
            DayNight = dayNight,
            WideDynamicRange = wide,
            BacklightCompensation = back,
            HighlightCompensation = high,
            Exposure = DahuaExposure.Parse(exposure, path, said),
            PowerLineFrequency = DahuaExposure.PowerLine(exposure.At("AntiFlicker")),
            WhiteBalance = DahuaPicture.Balance(tables.Of("VideoInWhiteBalance", channel, row), "Mode", path, said),
            NoiseReduction = DahuaPicture.Denoise(
                tables.Of("VideoInDenoise", channel, row), identity.IsOld, path, said),
            Defogging = DahuaPicture.Defog(tables.Of("VideoInDefog", channel, row), path, said),
            Light = DahuaLight.Parse(
                tables.Of("Lighting_V2", channel, row), tables.Of("Lighting", channel, row),
                tables.Of("LightingScheme", channel, row), path, said),
        };
        var sharpness = DahuaPicture.Sharpness(
            tables.Of("VideoInSharpness", channel, row), identity.IsOld, path, said);
        settings = settings with { Sharpness = sharpness ?? settings.Sharpness };
        return DahuaOptions.Complete(DahuaOptions.Row(options, row), settings, caps, path, said);
    }

    /// <summary>Of a row that is not in force only what differs is carried, and only that can be assumed.</summary>
    private void Keep(ReadingNotes own, ImagingSettings? differs, string path)
    {
        foreach (var finding in own.Findings) notes.Warn(finding.Path, finding.Message);
        foreach (var assumed in own.Assumed)
        {
            var isCarried = assumed[path.Length..].Split('.')[1] switch
            {
                "dayNight" => differs?.DayNight is not null,
                "sharpness" => differs?.Sharpness is not null,
                "noiseReduction" => differs?.NoiseReduction is not null,
                "defogging" => differs?.Defogging is not null,
                "light" => differs?.Light is not null,
                _ => differs is not null,
            };
            if (isCarried) notes.Assume(assumed);
        }
    }

    /// <summary>What a row has otherwise than the row in force; null = nothing.</summary>
    private static ImagingSettings? Differing(ImagingSettings row, ImagingSettings inForce)
    {
        var differs = new ImagingSettings
        {
            Brightness = Value(row.Brightness, inForce.Brightness),
            Contrast = Value(row.Contrast, inForce.Contrast),
            ColorSaturation = Value(row.ColorSaturation, inForce.ColorSaturation),
            Sharpness = Value(row.Sharpness, inForce.Sharpness),
            IrCutFilter = row.IrCutFilter == inForce.IrCutFilter ? null : row.IrCutFilter,
            PowerLineFrequency = row.PowerLineFrequency == inForce.PowerLineFrequency ? null : row.PowerLineFrequency,
            DayNight = Block(row.DayNight, inForce.DayNight),
            Light = Block(row.Light, inForce.Light),
            WideDynamicRange = Block(row.WideDynamicRange, inForce.WideDynamicRange),
            BacklightCompensation = Block(row.BacklightCompensation, inForce.BacklightCompensation),
            HighlightCompensation = Block(row.HighlightCompensation, inForce.HighlightCompensation),
            WhiteBalance = Block(row.WhiteBalance, inForce.WhiteBalance),
            Exposure = Block(row.Exposure, inForce.Exposure),
            NoiseReduction = Block(row.NoiseReduction, inForce.NoiseReduction),
            Defogging = Block(row.Defogging, inForce.Defogging),
        };
        return differs == new ImagingSettings() ? null : differs;
    }

    /// <summary>The values of a row that is no other's.</summary>
    private IEnumerable<AnswerNode> Leaves(int channel, int row, AnswerNode? options, DahuaColors colors)
    {
        var old = row == DahuaProfiles.Day ? options?.Children.Where(c => c.IsLeaf) : DahuaOptions.Row(options, row)?.Leaves();
        return RowTables.Where(t => t != "VideoColor" || !colors.IsTimed)
            .SelectMany(t => tables.Of(t, channel, row)?.Leaves() ?? [])
            .Concat(old?.Where(l => !DahuaProfiles.Switches.Contains(l.Name)) ?? []);
    }

    private static string Free(string name, IEnumerable<ImagingProfile> others)
    {
        var free = name;
        for (var i = 2; others.Any(o => o.Name == free); i++) free = FormattableString.Invariant($"{name} ({i})");
        return free;
    }

    private static double? Value(double? row, double? inForce) => row == inForce ? null : row;

    private static T? Block<T>(T? row, T? inForce)
        where T : class => Equals(row, inForce) ? null : row;
}
