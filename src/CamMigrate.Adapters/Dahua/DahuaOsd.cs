using System.Collections.Immutable;
using CamMigrate.Core.Errors;
using CamMigrate.Core.Planning;
using CamMigrate.Core.Profiles;
using CamMigrate.Core.Reading;

namespace CamMigrate.Adapters.Dahua;

/// <summary>
/// Overlays of <c>VideoWidget[ch]</c>: the title, whose words are <c>ChannelTitle[ch].Name</c>, the clock, whose form is
/// <c>Locales.TimeFormat</c>, and texts.
/// </summary>
internal static class DahuaOsd
{
    internal static ImmutableArray<Osd> Parse(
        AnswerNode widget, string? title, AnswerNode? timeFormat, int source, ReadingNotes notes)
    {
        var path = SettingPath.Source(source) + ".osds";
        var osds = ImmutableArray.CreateBuilder<Osd>();
        foreach (var list in new[] { "CustomTitle", "UserDefinedTitle" })
            foreach (var (_, row) in widget.At(list).Items())
                if (Text(row) is { } text) osds.Add(text);
        if (Title(widget.At("ChannelTitle"), title, path, notes) is { } name) osds.Add(name);
        if (Clock(widget.At("TimeTitle"), timeFormat, path, notes) is { } clock) osds.Add(clock);
        // No recording of this table exists; that the place is the upper left corner stands in a description alone.
        if (osds.Count > 0) notes.Assume(path);
        return osds.ToImmutable();
    }

    private static Osd? Text(AnswerNode row)
    {
        if (row.At("Text").Text() is { } text) return Overlay(row, OsdKind.Text) with { Text = text };
        row.Ignore(IgnoreRule.Unused, "EncodeBlend", "PreviewBlend", "TextAlign");
        foreach (var list in new[] { "Rect", "FrontColor", "BackColor" }) row.At(list).IgnoreAll(IgnoreRule.Unused);
        return null;
    }

    private static Osd? Title(AnswerNode? row, string? title, string path, ReadingNotes notes)
    {
        if (row is null || title is null) return null;
        if (title.Contains('|', StringComparison.Ordinal))
            notes.Warn(
                path,
                $"the title '{Printable.Clip(title)}' is written on several lines, parted by '|'; "
                    + "ONVIF shows the sign itself.");
        return Overlay(row, OsdKind.Text) with { Text = title };
    }

    private static Osd? Clock(AnswerNode? row, AnswerNode? format, string path, ReadingNotes notes)
    {
        if (row is null) return null;
        if (row.At("ShowWeek").PeekBool() is true)
            row.At("ShowWeek").Because("ONVIF has no date pattern with these letters and the weekday");
        else row.At("ShowWeek").Taken();
        var (date, time) = Format(format, path, notes);
        return Overlay(row, OsdKind.DateAndTime) with { DateFormat = date, TimeFormat = time };
    }

    /// <summary><c>yyyy-MM-dd HH:mm:ss</c>, the parts in any order; small hours count to twelve.</summary>
    private static (string? Date, string? Time) Format(AnswerNode? node, string path, ReadingNotes notes)
    {
        if (node.Peek() is not { } text) return (null, null);
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var date = words.FirstOrDefault(w => w.Contains('y', StringComparison.Ordinal));
        var time = words.FirstOrDefault(w => w.Contains(':', StringComparison.Ordinal));
        if (date is null || time is null || date.Length > 16 || time.Length > 12
            || date.Any(c => !"yMd-/.".Contains(c, StringComparison.Ordinal))
            || time.Any(c => !"Hhms:".Contains(c, StringComparison.Ordinal)))
        {
            node.Because("no form of date and time that ONVIF has");
            notes.Warn(path, $"the form of the clock '{Printable.Clip(text)}' is not understood; it is left out.");
            return (null, null);
        }

        node.Taken();
        return (date, time.Contains('h', StringComparison.Ordinal) ? time + " tt" : time);
    }

    private static Osd Overlay(AnswerNode row, OsdKind kind)
    {
        var (shown, previewed, rect) = (row.At("EncodeBlend"), row.At("PreviewBlend"), row.At("Rect"));
        if (previewed.PeekBool() == shown.PeekBool()) previewed.Ignore(DahuaRule.Repeated);
        var place = DahuaScreen.Place(rect);
        if (place is not null)
        {
            rect.Row(0).Taken();
            rect.Row(1).Taken();
        }

        // A title has a place and no size: these repeat the place or are 0.
        rect.Row(2).Ignore(IgnoreRule.Derived);
        rect.Row(3).Ignore(IgnoreRule.Derived);
        return new Osd { Kind = kind, Position = place, Enabled = shown.Bool() };
    }
}
