using System.Text.Json;
using System.Text.Json.Serialization;

namespace CamMigrate.Core.Profiles;

/// <summary>A place in the picture that a viewer sees: 0..1, origin top left, y down. Written <c>[x, y]</c>.</summary>
/// <param name="X">From the left edge, 0..1 of the width.</param>
/// <param name="Y">From the top edge, 0..1 of the height.</param>
[JsonConverter(typeof(PointConverter))]
public readonly record struct Point(double X, double Y)
{
    /// <summary>The same place with coordinates rounded to 6 decimals, as profiles write them.</summary>
    public Point Rounded() => new(Math.Round(X, 6), Math.Round(Y, 6));
}

/// <summary>Reads and writes <see cref="Point"/> as an array of two numbers.</summary>
public sealed class PointConverter : JsonConverter<Point>
{
    /// <inheritdoc/>
    public override Point Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var pair = JsonSerializer.Deserialize<double[]>(ref reader, options);
        return pair is [var x, var y] ? new Point(x, y) : throw new JsonException("a place is [x, y]");
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, Point value, JsonSerializerOptions options)
    {
        var rounded = value.Rounded();
        writer.WriteStartArray();
        writer.WriteNumberValue(rounded.X);
        writer.WriteNumberValue(rounded.Y);
        writer.WriteEndArray();
    }
}
