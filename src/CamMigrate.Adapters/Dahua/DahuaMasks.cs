using System.Collections.Immutable;
using CamMigrate.Core.Planning;
using CamMigrate.Core.Profiles;
using CamMigrate.Core.Reading;

namespace CamMigrate.Adapters.Dahua;

/// <summary>
/// Privacy masks of one channel: <c>VideoWidget[ch].Covers[n]</c> of fixed cameras, <c>PrivacyMasking[ch][n]</c> of newer
/// and movable ones. What cannot be read, or does not say that there is none, leaves them unread: a human must look.
/// </summary>
internal sealed class DahuaMasks(DahuaTables tables, ReadingNotes notes)
{
    private const string Widget = "VideoWidget";
    private const string Masking = "PrivacyMasking";

    /// <summary>The masks; null = unknown.</summary>
    /// <param name="channel">Channel from 0.</param>
    /// <param name="places">How many masks the camera says it can have; null = it does not say.</param>
    /// <param name="isMovable">Whether its picture moves: then a mask belongs to a position; null = it cannot be
    /// told.</param>
    internal ImmutableArray<Mask>? Parse(int channel, int? places, bool? isMovable)
    {
        var path = SettingPath.Source(channel + 1) + ".masks";
        var masks = ImmutableArray.CreateBuilder<Mask>();
        var isKnown = Covers(channel, places, path, masks) & Positions(channel, path, masks, isMovable);
        if (masks.Count > 0) notes.Assume(path);
        return isKnown || masks.Count > 0 ? masks.ToImmutable() : null;
    }

    private bool Covers(int channel, int? places, string path, ImmutableArray<Mask>.Builder masks)
    {
        var answer = tables.Answer(Widget);
        if (tables.Of(Widget, channel) is not { } widget)
        {
            if (answer.Root is null && answer.IsRefused && !answer.IsDenied && places == 0) return true;
            return Missed(path, Widget, Why(answer));
        }

        var covers = widget.At("Covers").Items().ToList();
        if (covers.Count == 0)
            return places == 0 || tables.Of(Masking, channel) is not null
                || Missed(
                    path, Widget,
                    places is null ? "the table lists no masks, and the device does not say that it has room for none."
                        : "the camera has room for masks and lists none, not even an unused one.");
        var isKnown = true;
        foreach (var (_, cover) in covers)
        {
            if (Cover(cover, path) is { } mask) masks.Add(mask);
            else if (IsUnused(cover)) Unused(cover);
            else isKnown = Missed(path, Widget, "a mask that may be in use has no area that can be read.");
        }

        return isKnown;
    }

    private Mask? Cover(AnswerNode cover, string path)
    {
        if (DahuaScreen.Rectangle(cover.At("Rect")) is not { } polygon || !DahuaScreen.HasArea(polygon)) return null;
        DahuaScreen.Take(cover.At("Rect"));
        var (burnt, previewed) = (cover.At("EncodeBlend").Bool(), cover.At("PreviewBlend"));
        if (previewed.PeekBool() == burnt) previewed.Ignore(DahuaRule.Repeated);
        else
            notes.Warn(
                path,
                "a mask covers the recorded picture or the camera's own screen, not both; "
                    + "what is carried is the recorded picture.");
        return new Mask
        {
            Name = cover.At("Name").Text(),
            // What does not say that it is off covers.
            Enabled = burnt is not false,
            Type = MaskType.Color,
            Color = Color(cover.At("BackColor")),
            Polygon = polygon,
        };
    }

    /// <summary>Red, green, blue; the fourth looks like a transparency, which no mask may have.</summary>
    private static string? Color(AnswerNode? color)
    {
        if (color.Row(0).PeekInt() is not (>= 0 and <= 255 and var red)
            || color.Row(1).PeekInt() is not (>= 0 and <= 255 and var green)
            || color.Row(2).PeekInt() is not (>= 0 and <= 255 and var blue)) return null;
        for (var i = 0; i < 3; i++) color.Row(i).Taken();
        return FormattableString.Invariant($"#{red:X2}{green:X2}{blue:X2}");
    }

    /// <summary>Off, and its corners are readable and make no area.</summary>
    private static bool IsUnused(AnswerNode cover) =>
        cover.At("EncodeBlend").PeekBool() is false && cover.At("PreviewBlend").PeekBool() is not true
        && DahuaScreen.Rectangle(cover.At("Rect")) is not null;

    private static void Unused(AnswerNode cover)
    {
        cover.Ignore(IgnoreRule.Unused, "EncodeBlend", "PreviewBlend", "Name");
        foreach (var list in new[] { "Rect", "FrontColor", "BackColor" }) cover.At(list).IgnoreAll(IgnoreRule.Unused);
    }

    private bool Positions(int channel, string path, ImmutableArray<Mask>.Builder masks, bool? isMovable)
    {
        var answer = tables.Answer(Masking);
        if (answer.Root is null)
            return (answer.IsRefused && !answer.IsDenied) || Missed(path, Masking, Why(answer));
        var isKnown = true;
        foreach (var (_, row) in tables.Of(Masking, channel).Items())
        {
            var enabled = row.At("Enable").PeekBool();
            if (isMovable is not true && Position(row) is { } polygon)
            {
                if (isMovable is null && enabled is not false)
                    isKnown = Missed(path, Masking, "whether the camera moves, and its masks with it, cannot be told.");
                masks.Add(new Mask
                {
                    Name = row.At("Name").Text(),
                    Enabled = row.At("Enable").Bool() is not false,
                    Type = MaskType.Color,
                    Color = Color(row.At("Color")),
                    Polygon = polygon,
                });
            }
            else if (enabled is false)
            {
                row.At("Enable").Because("a mask that is switched off, of a place that cannot be told");
            }
            else
            {
                isKnown = Missed(
                    path, Masking,
                    isMovable is true ? "a mask belongs to a position of the moving camera. Draw it again by hand on the new one."
                        : "a mask that may be in use has no area that can be read.");
            }
        }

        return isKnown;
    }

    /// <summary>Members that no recording shows: corners, or a rectangle.</summary>
    private static ImmutableArray<Point>? Position(AnswerNode row)
    {
        foreach (var list in new[] { row.At("Polygon"), row.At("Region"), row.At("Points") })
        {
            if (DahuaScreen.Corners(list) is not { } corners || !DahuaScreen.HasArea(corners)) continue;
            DahuaScreen.Take(list);
            return corners;
        }

        if (DahuaScreen.Rectangle(row.At("Rect")) is not { } rectangle || !DahuaScreen.HasArea(rectangle)) return null;
        DahuaScreen.Take(row.At("Rect"));
        return rectangle;
    }

    private static string Why(DahuaAnswer answer) => answer.Reason ?? (answer.Root is not null
        ? "the table has no row for this channel."
        : answer.IsDenied
            ? "the device answers as for a table that is not there or that the login may not read; which cannot be told."
            : "the device refuses the table, which does not say that there are no masks.");

    private bool Missed(string path, string table, string reason)
    {
        notes.Missed(path, table, reason);
        return false;
    }
}
