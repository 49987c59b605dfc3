using System.Collections.Frozen;
using System.Collections.Immutable;
using CamMigrate.Core.Errors;
using CamMigrate.Core.Planning;
using CamMigrate.Core.Profiles;
using CamMigrate.Core.Reading;
using CamMigrate.Http;

namespace CamMigrate.Adapters.Hikvision;

/// <summary>
/// Overlays: <c>GET /ISAPI/System/Video/inputs/channels/{n}/overlays</c>; the channel's name is one of them.
/// </summary>
internal static class HikvisionOsd
{
    private const string ChineseStyle = "CHR-";

    private static readonly FrozenDictionary<string, string> Dates = new Dictionary<string, string>
    {
        ["YYYY-MM-DD"] = "yyyy-MM-dd",
        ["MM-DD-YYYY"] = "MM-dd-yyyy",
        ["DD-MM-YYYY"] = "dd-MM-yyyy",
        ["YYYY/MM/DD"] = "yyyy/MM/dd",
        ["MM/DD/YYYY"] = "MM/dd/yyyy",
        ["DD/MM/YYYY"] = "dd/MM/yyyy",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, string> Times = new Dictionary<string, string>
    {
        ["24hour"] = "HH:mm:ss",
        ["12hour"] = "hh:mm:ss tt",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    internal static ImmutableArray<Osd> Parse(AnswerNode document, string? channelName, int source, ReadingNotes notes)
    {
        var path = SettingPath.Source(source) + ".osds";
        var screen = HikvisionScreen.Of(document, HikvisionScreen.Classic);
        var osds = ImmutableArray.CreateBuilder<Osd>();
        foreach (var line in document.At("TextOverlayList").Children("TextOverlay"))
            if (Text(line, screen) is { } text) osds.Add(text);
        if (ChannelName(document.At("channelNameOverlay"), channelName, screen) is { } name) osds.Add(name);
        if (Date(document.At("DateTimeOverlay"), screen, path, notes) is { } date) osds.Add(date);
        // which corner of the text the camera's position means is written nowhere
        if (osds.Count > 0) notes.Assume(path);
        return osds.ToImmutable();
    }

    private static Osd? Text(AnswerNode line, HikvisionScreen screen)
    {
        line.At("id").Ignore(IgnoreRule.Identity);
        var words = line.At("displayText");
        if (words.Peek() is null) line.Ignore(IgnoreRule.Unused, "enabled", "positionX", "positionY");
        if (words.Text() is not { } text) return null;

        return new Osd
        {
            Kind = OsdKind.Text,
            Text = text,
            Position = screen.Place(line),
            Enabled = line.At("enabled").Bool(),
        };
    }

    private static Osd? ChannelName(AnswerNode? overlay, string? name, HikvisionScreen screen)
    {
        overlay.At("name").Ignore(IgnoreRule.Derived);
        if (name is null)
            foreach (var leaf in overlay?.Children ?? []) leaf.Because("the camera does not tell its channel's name");
        return overlay is null || name is null
            ? null
            : new Osd
            {
                Kind = OsdKind.Text,
                Text = name,
                Position = screen.Place(overlay),
                Enabled = overlay.At("enabled").Bool(),
            };
    }

    private static Osd? Date(AnswerNode? overlay, HikvisionScreen screen, string path, ReadingNotes notes)
    {
        if (overlay is null) return null;
        var week = overlay.At("displayWeek");
        if (week.PeekBool() is true)
            week.Because("ONVIF has no date pattern with these letters and the weekday");
        else week.Taken();
        return new Osd
        {
            Kind = OsdKind.DateAndTime,
            DateFormat = DateFormat(overlay.At("dateStyle"), path, notes),
            TimeFormat = Word(overlay.At("timeStyle"), Times, path, notes),
            Position = screen.Place(overlay),
            Enabled = overlay.At("enabled").Bool(),
        };
    }

    private static string? DateFormat(AnswerNode? style, string path, ReadingNotes notes)
    {
        if (style.Peek() is not { } word || !word.StartsWith(ChineseStyle, StringComparison.OrdinalIgnoreCase))
            return Word(style, Dates, path, notes);
        if (!Dates.TryGetValue(word[ChineseStyle.Length..], out var pattern)) return Word(style, Dates, path, notes);
        style.Taken();
        notes.Warn(path, "the date is written with Chinese characters; ONVIF knows only the order of the numbers.");
        return pattern;
    }

    private static string? Word(
        AnswerNode? node, FrozenDictionary<string, string> words, string path, ReadingNotes notes)
    {
        if (node.Peek() is not { } word) return null;
        if (words.TryGetValue(word, out var pattern))
        {
            node.Taken();
            return pattern;
        }

        node.Because("no vendor-neutral setting for this word");
        notes.Warn(path, $"the date or time style '{Printable.Clip(word)}' has no vendor-neutral counterpart.");
        return null;
    }
}
