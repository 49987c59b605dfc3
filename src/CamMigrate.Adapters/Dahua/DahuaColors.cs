using System.Collections.Immutable;
using CamMigrate.Core.Planning;
using CamMigrate.Core.Profiles;
using CamMigrate.Core.Reading;

namespace CamMigrate.Adapters.Dahua;

/// <summary>
/// Brightness, contrast and saturation: <c>VideoInColor[ch][p]</c> of zoom models, else <c>VideoColor[ch][c]</c>, whose
/// rows are profiles, on old firmware two settings for two parts of the day.
/// </summary>
internal sealed class DahuaColors
{
    private readonly AnswerNode? rows;

    /// <summary>Whether its rows are parts of the day, no profiles.</summary>
    internal bool IsTimed { get; }

    internal DahuaColors(DahuaTables tables, int channel, ReadingNotes notes)
    {
        var (own, common) = (tables.Of("VideoInColor", channel), tables.Of("VideoColor", channel));
        rows = own ?? common;
        IsTimed = own is null && common.Items().Count() == 2 && common.Items().All(r => r.Node.At("Name") is null);
        if (own is null) return;
        // Both are there on zoom models; that theirs is the one in force is our reading.
        if (common is not null) notes.Assume(SettingPath.Source(channel + 1) + ".imaging");
        foreach (var (_, row) in common.Items())
        {
            row.Ignore(DahuaRule.Mirror, "Brightness", "Contrast", "Saturation", "Hue", "Gamma", "ChromaSuppress",
                "Style");
            row.Ignore(IgnoreRule.NotInForce, "TimeSection");
        }
    }

    /// <summary>The colours of a profile.</summary>
    internal ImagingSettings Row(int profile)
    {
        var row = rows.Row(IsTimed ? 0 : profile);
        // The profile switches, not the hours: those are the default of the older form.
        if (!IsTimed) row.At("TimeSection").Ignore(IgnoreRule.NotInForce);
        return Settings(row);
    }

    /// <summary>Adds the second setting of old firmware and its hours.</summary>
    internal void Timed(
        ImmutableArray<ImagingProfile>.Builder profiles, ImagingSettings inForce, DahuaSchedules schedules, int source)
    {
        if (!IsTimed) return;
        rows.Row(0).At("TimeSection").Ignore(IgnoreRule.Derived);
        var hours = rows.Row(1).At("TimeSection");
        if (DahuaSections.Parse(hours.Peek()) is not { Mask: > 0 } section || section.From >= section.To)
        {
            rows.Row(1).Ignore(IgnoreRule.Unused, "TimeSection", "Brightness", "Contrast", "Saturation", "Acutance");
            return;
        }

        hours.Taken();
        var second = Settings(rows.Row(1));
        var schedule = schedules.Name(
            DahuaSections.Daily(DahuaSections.Span(section.From, section.To)),
                FormattableString.Invariant($"colours {source}"));
        profiles.Add(new ImagingProfile
        {
            Name = "Colours 2",
            When = schedule,
            Schedule = schedule,
            Imaging = new ImagingSettings
            {
                Brightness = second.Brightness == inForce.Brightness ? null : second.Brightness,
                Contrast = second.Contrast == inForce.Contrast ? null : second.Contrast,
                ColorSaturation = second.ColorSaturation == inForce.ColorSaturation ? null : second.ColorSaturation,
                Sharpness = second.Sharpness == inForce.Sharpness ? null : second.Sharpness,
            },
        });
    }

    private static ImagingSettings Settings(AnswerNode? row) => new()
    {
        Brightness = row.At("Brightness").Percent(),
        Contrast = row.At("Contrast").Percent(),
        ColorSaturation = row.At("Saturation").Percent(),
        Sharpness = row.At("Acutance").Percent(),
    };
}
