using System.Globalization;
using CamMigrate.Core.Reading;

namespace CamMigrate.Adapters.Hikvision;

/// <summary>A <c>TimeRange</c>: <c>beginTime</c> and <c>endTime</c>, <c>HH:MM</c> or <c>HH:MM:SS</c>.</summary>
internal static class HikvisionSpan
{
    private const int Midnight = 24 * 60;

    /// <summary>Begin and end in minutes of the day, the end up to 1440; null = no such range. Nothing is taken.</summary>
    /// <param name="range">The element that holds both.</param>
    internal static (int Begin, int End)? Look(AnswerNode? range) =>
        Minutes(range.At("beginTime").Peek(), isEnd: false) is { } begin
        && Minutes(range.At("endTime").Peek(), isEnd: true) is { } end && begin <= end
            ? (begin, end) : null;

    /// <summary>Takes a range that is carried.</summary>
    /// <param name="range">The element that holds both.</param>
    internal static void Take(AnswerNode? range)
    {
        range.At("beginTime").Taken();
        range.At("endTime").Taken();
    }

    /// <summary>As the profile writes it.</summary>
    /// <param name="span">Minutes of the day.</param>
    internal static string Text((int Begin, int End) span) => $"{Clock(span.Begin)}-{Clock(span.End)}";

    /// <summary>What is left of a day.</summary>
    /// <param name="spans">Spans in order.</param>
    internal static IReadOnlyList<(int Begin, int End)> Rest(IEnumerable<(int Begin, int End)> spans)
    {
        var rest = new List<(int, int)>();
        var at = 0;
        foreach (var (begin, end) in spans.Order())
        {
            if (begin > at) rest.Add((at, begin));
            at = Math.Max(at, end);
        }

        if (at < Midnight) rest.Add((at, Midnight));
        return rest;
    }

    private static string Clock(int minutes) =>
        string.Create(CultureInfo.InvariantCulture, $"{minutes / 60:00}:{minutes % 60:00}");

    /// <summary>The last second of a day, and of a minute before the next span, is its end.</summary>
    private static int? Minutes(string? text, bool isEnd)
    {
        var parts = text?.Split(':');
        if (parts is not { Length: 2 or 3 }) return null;
        var numbers = parts.Select(Number).ToArray();
        if (numbers.Any(number => number is null)) return null;
        var (hours, minutes, seconds) = (numbers[0]!.Value, numbers[1]!.Value, numbers.ElementAtOrDefault(2) ?? 0);
        if (minutes > 59 || seconds > 59) return null;
        var at = (hours * 60) + minutes + (isEnd && seconds == 59 ? 1 : 0);
        return at <= Midnight && (isEnd || at < Midnight) ? at : null;
    }

    private static int? Number(string text) =>
        text.Length is 1 or 2 && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number : null;
}
