using System.Collections.Immutable;

namespace CamMigrate.Onvif.Areas;

/// <summary>Date and time patterns. Each maker spells its own; they are compared by the fields they show, in their
/// order.</summary>
internal static class OnvifOsdFormat
{
    /// <summary>The offered pattern that shows what a wanted one shows.</summary>
    /// <param name="wanted">Wanted pattern; null = any.</param>
    /// <param name="offered">The device's patterns; empty = unknown.</param>
    /// <returns>A pattern to send; null = say nothing.</returns>
    internal static string? Nearest(string? wanted, ImmutableArray<string> offered)
    {
        if (offered.IsEmpty || wanted is null) return wanted;
        return offered.FirstOrDefault(o => string.Equals(o, wanted, StringComparison.Ordinal))
            ?? offered.FirstOrDefault(o => Shape(o) == Shape(wanted))
            ?? Closest(offered.Where(o => Fields(o) == Fields(wanted)), wanted)
            ?? Closest(offered.Where(o => Same(Fields(o), Fields(wanted))), wanted)
            ?? offered[0];
    }

    private static string? Closest(IEnumerable<string> formats, string wanted) =>
        formats.MinBy(f => Math.Abs(Shape(f).Length - Shape(wanted).Length));

    /// <summary>The letters in their order, each run once: <c>yMd</c>.</summary>
    private static string Fields(string format)
    {
        var fields = new List<char>();
        foreach (var letter in format.Where(char.IsAsciiLetter))
            if (fields.Count == 0 || fields[^1] != letter) fields.Add(letter);
        return string.Concat(fields);
    }

    /// <summary>The same with the lengths of the runs, without the signs between: a month as number or as name
    /// differ.</summary>
    private static string Shape(string format) => string.Concat(format.Where(char.IsAsciiLetter));

    private static bool Same(string a, string b) => a.Order().SequenceEqual(b.Order());
}
