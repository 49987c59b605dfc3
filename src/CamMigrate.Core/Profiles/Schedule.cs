using System.Collections.Immutable;
using System.ComponentModel.DataAnnotations;

namespace CamMigrate.Core.Profiles;

/// <summary>A named weekly schedule.</summary>
public sealed record Schedule : ProfileNode
{
    /// <summary>Name by which settings refer to it.</summary>
    public required string Name { get; init; }

    /// <summary>Spans of each day.</summary>
    public WeeklySchedule? Weekly { get; init; }
}

/// <summary>Spans <c>HH:mm-HH:mm</c> of local time, the end up to <c>24:00</c>; null = none on that day.</summary>
public sealed record WeeklySchedule : ProfileNode
{
    private const string Span = "^([01][0-9]|2[0-3]):[0-5][0-9]-(([01][0-9]|2[0-3]):[0-5][0-9]|24:00)$";
    private const string SpanWords = "a span is written 'HH:mm-HH:mm', the end up to '24:00'";

    /// <summary>The same spans on all days.</summary>
    [RegularExpression(Span, ErrorMessage = SpanWords)]
    public ImmutableArray<string>? EveryDay { get; init; }

    /// <summary>Monday.</summary>
    [RegularExpression(Span, ErrorMessage = SpanWords)]
    public ImmutableArray<string>? Monday { get; init; }

    /// <summary>Tuesday.</summary>
    [RegularExpression(Span, ErrorMessage = SpanWords)]
    public ImmutableArray<string>? Tuesday { get; init; }

    /// <summary>Wednesday.</summary>
    [RegularExpression(Span, ErrorMessage = SpanWords)]
    public ImmutableArray<string>? Wednesday { get; init; }

    /// <summary>Thursday.</summary>
    [RegularExpression(Span, ErrorMessage = SpanWords)]
    public ImmutableArray<string>? Thursday { get; init; }

    /// <summary>Friday.</summary>
    [RegularExpression(Span, ErrorMessage = SpanWords)]
    public ImmutableArray<string>? Friday { get; init; }

    /// <summary>Saturday.</summary>
    [RegularExpression(Span, ErrorMessage = SpanWords)]
    public ImmutableArray<string>? Saturday { get; init; }

    /// <summary>Sunday.</summary>
    [RegularExpression(Span, ErrorMessage = SpanWords)]
    public ImmutableArray<string>? Sunday { get; init; }
}

/// <summary>A day, or days, on which schedules may differ.</summary>
public sealed record Holiday : ProfileNode
{
    private const string Day = "^([0-9]{4}-)?(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$";
    private const string DayWords = "a day is written 'MM-dd' (every year) or 'yyyy-MM-dd'";

    /// <summary>Name.</summary>
    public required string Name { get; init; }

    /// <summary>Whether it is observed.</summary>
    public bool? Enabled { get; init; }

    /// <summary>First day, <c>MM-dd</c> (every year) or <c>yyyy-MM-dd</c>.</summary>
    [RegularExpression(Day, ErrorMessage = DayWords)]
    public string? From { get; init; }

    /// <summary>Last day, as <see cref="From"/>; null = the first is the last.</summary>
    [RegularExpression(Day, ErrorMessage = DayWords)]
    public string? To { get; init; }
}
