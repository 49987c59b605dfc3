using System.Globalization;

namespace CamMigrate.Streams.Judging;

/// <summary>A colour, each part 0..255.</summary>
/// <param name="R">Red.</param>
/// <param name="G">Green.</param>
/// <param name="B">Blue.</param>
internal readonly record struct Rgb(double R, double G, double B)
{
    /// <summary>The part in which two colours differ most, 0..255.</summary>
    /// <param name="other">The other colour.</param>
    public double Distance(Rgb other) =>
        Math.Max(Math.Abs(R - other.R), Math.Max(Math.Abs(G - other.G), Math.Abs(B - other.B)));

    /// <summary>Reads <c>#RRGGBB</c>; null = it is none.</summary>
    /// <param name="text">The colour; null = unknown.</param>
    public static Rgb? Parse(string? text) =>
        text is { Length: 7 } && text[0] == '#'
        && int.TryParse(text.AsSpan(1), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value)
            ? new Rgb(value >> 16, (value >> 8) & 0xFF, value & 0xFF)
            : null;
}
