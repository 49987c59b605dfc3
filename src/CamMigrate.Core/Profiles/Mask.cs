using System.Collections.Immutable;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace CamMigrate.Core.Profiles;

/// <summary>A privacy mask (<c>tr2:Mask</c>).</summary>
public sealed record Mask : ProfileNode
{
    /// <summary>Name for people; ONVIF has none.</summary>
    public string? Name { get; init; }

    /// <summary>Whether it covers; false = stored but off.</summary>
    public bool? Enabled { get; init; }

    /// <summary>How it covers.</summary>
    public MaskType? Type { get; init; }

    /// <summary>Fill, <c>#RRGGBB</c>.</summary>
    [RegularExpression("^#[0-9A-Fa-f]{6}$", ErrorMessage = "a colour is written '#RRGGBB'")]
    public string? Color { get; init; }

    /// <summary>Corners in order round the area, at least 3.</summary>
    [JsonRequired]
    [Length(3, 256)]
    public ImmutableArray<Point> Polygon { get; init; } = [];
}

/// <summary>How a mask covers (<c>tr2:MaskType</c>).</summary>
public enum MaskType
{
    /// <summary>One colour.</summary>
    Color,

    /// <summary>Mosaic.</summary>
    Pixelated,

    /// <summary>Blur.</summary>
    Blurred,
}
