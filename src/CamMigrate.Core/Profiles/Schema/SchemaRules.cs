using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Text.Json.Nodes;

namespace CamMigrate.Core.Profiles.Schema;

/// <summary>
/// The attributes of a property as keywords of its schema. On a list, ranges, patterns and words are those of its
/// items.
/// </summary>
internal static class SchemaRules
{
    /// <summary>Adds one attribute.</summary>
    /// <param name="schema">Schema of the property.</param>
    /// <param name="rule">Its attribute.</param>
    /// <exception cref="NotSupportedException">The attribute has no keyword: add it here.</exception>
    public static void Add(JsonObject schema, ValidationAttribute rule)
    {
        switch (rule)
        {
            case RangeAttribute range:
                Items(schema)["minimum"] = Number(range.Minimum);
                Items(schema)["maximum"] = Number(range.Maximum);
                break;
            case RegularExpressionAttribute pattern:
                Items(schema)["pattern"] = pattern.Pattern;
                if (pattern.ErrorMessage is { } words) Items(schema)["patternErrorMessage"] = words;
                break;
            case AllowedValuesAttribute allowed:
                Items(schema)["enum"] = new JsonArray([.. allowed.Values.Select(v => Number(v!))]);
                break;
            case MinLengthAttribute text:
                schema["minLength"] = text.Length;
                break;
            case LengthAttribute length:
                var list = Polygons(schema);
                list["minItems"] = length.MinimumLength;
                list["maxItems"] = length.MaximumLength;
                break;
            default:
                throw new NotSupportedException($"{rule.GetType().Name} has no keyword in the schema.");
        }
    }

    private static JsonNode Number(object value) =>
        value is int whole ? whole : Convert.ToDouble(value, CultureInfo.InvariantCulture);

    private static JsonObject Items(JsonObject schema) => schema["items"] as JsonObject ?? schema;

    /// <summary>The polygons within a list of polygons: an item that is a list of places.</summary>
    private static JsonObject Polygons(JsonObject schema) =>
        schema["items"] is JsonObject item && item["items"] is JsonObject place && place["items"] is not null
            ? item
            : schema;
}
