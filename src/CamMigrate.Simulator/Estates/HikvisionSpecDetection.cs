using System.Collections.Immutable;
using CamMigrate.Simulator.Video;

namespace CamMigrate.Simulator.Estates;

internal sealed record HikvisionMotion
{
    public bool Enabled { get; init; } = true;

    public int Sensitivity { get; init; } = 60;

    /// <summary>Rows from the top, 22 cells each, '#' is watched; 18 rows (PAL) or 15 (NTSC).</summary>
    public ImmutableArray<string> Cells { get; init; } = [];

    /// <summary>Polygons beside the cells, 0 to 1000 from the bottom left.</summary>
    public ImmutableArray<HikvisionArea> Regions { get; init; } = [];

    /// <summary><c>human</c>, <c>vehicle</c>, both with a comma, or empty.</summary>
    public string Target { get; init; } = "";
}

/// <summary>A polygon on the wire.</summary>
internal sealed record HikvisionArea
{
    public required ImmutableArray<WirePoint> Points { get; init; } = [];
}

internal sealed record HikvisionTamper
{
    public bool Enabled { get; init; }

    public int Sensitivity { get; init; } = 60;
}

/// <summary>A line to cross, 0 to 1000 from the bottom left.</summary>
internal sealed record HikvisionLine
{
    public bool Enabled { get; init; } = true;

    public int Sensitivity { get; init; } = 50;

    /// <summary>any, left-right or right-left.</summary>
    public string Direction { get; init; } = "any";

    public string Target { get; init; } = "human";

    public required WirePoint From { get; init; }

    public required WirePoint To { get; init; }
}

/// <summary>A field to enter, 0 to 1000 from the bottom left.</summary>
internal sealed record HikvisionField
{
    public bool Enabled { get; init; } = true;

    public int Sensitivity { get; init; } = 50;

    public string Target { get; init; } = "human";

    /// <summary>Seconds.</summary>
    public int TimeThreshold { get; init; } = 5;

    public required ImmutableArray<WirePoint> Points { get; init; } = [];
}

/// <summary>What an event sets off, and when it is armed.</summary>
internal sealed record HikvisionEvent
{
    /// <summary>
    /// <c>motion</c>, <c>tamper</c>, <c>line</c>, <c>field</c>, <c>entrance</c>, <c>exit</c>, <c>sceneChange</c>,
    /// <c>audio</c>; of the device: any id, as <c>diskfull</c>.
    /// </summary>
    public required string Kind { get; init; }

    /// <summary>Words of the wire: <c>center</c>, <c>record</c>, <c>email</c>, <c>FTP</c>, <c>beep</c>,
    /// <c>IO-1</c>.</summary>
    public ImmutableArray<string> Linkage { get; init; } = [];

    /// <summary>
    /// Spans as <c>1-5 08:00-18:00</c>, day 1 is Monday, without a day: on holidays; null: always; empty: never.
    /// </summary>
    public ImmutableArray<string>? Armed { get; init; }
}
