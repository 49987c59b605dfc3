using System.Collections.Immutable;

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
    /// <summary>The same spans on all days.</summary>
    public ImmutableArray<string>? EveryDay { get; init; }

    /// <summary>Monday.</summary>
    public ImmutableArray<string>? Monday { get; init; }

    /// <summary>Tuesday.</summary>
    public ImmutableArray<string>? Tuesday { get; init; }

    /// <summary>Wednesday.</summary>
    public ImmutableArray<string>? Wednesday { get; init; }

    /// <summary>Thursday.</summary>
    public ImmutableArray<string>? Thursday { get; init; }

    /// <summary>Friday.</summary>
    public ImmutableArray<string>? Friday { get; init; }

    /// <summary>Saturday.</summary>
    public ImmutableArray<string>? Saturday { get; init; }

    /// <summary>Sunday.</summary>
    public ImmutableArray<string>? Sunday { get; init; }
}
