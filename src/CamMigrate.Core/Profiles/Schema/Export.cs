using System.Collections.Immutable;
using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;

namespace CamMigrate.Core.Profiles.Schema;

/// <summary>
/// Turns what System.Text.Json knows of the records into the schema, and adds what their attributes say.
/// </summary>
/// <param name="isOverlay">Whether any part may be missing and null removes.</param>
/// <param name="describe">The words for a member; null = none.</param>
internal sealed class Export(bool isOverlay, Func<MemberInfo, string?>? describe)
{
    /// <summary>One node of the schema; called for the parts before the whole.</summary>
    /// <param name="context">Where the node stands.</param>
    /// <param name="node">What System.Text.Json made of it.</param>
    public JsonNode Transform(JsonSchemaExporterContext context, JsonNode node)
    {
        var type = Nullable.GetUnderlyingType(context.TypeInfo.Type) ?? context.TypeInfo.Type;
        var property = context.PropertyInfo;
        var schema = Shape(type) ?? (type.IsEnum ? Words(node) : node as JsonObject ?? []);
        // Beside a reference nothing else may stand: the place it points to says it all.
        if (type.IsAssignableTo(typeof(ProfileNode)) && !schema.ContainsKey("$ref")) CloseMapping(schema, type);
        SetNullable(schema, isOverlay && property is { IsGetNullable: true });
        if (property?.AttributeProvider is not MemberInfo member) return schema;
        if (isOverlay && member is { Name: nameof(VideoSource.Number), DeclaringType.Name: nameof(VideoSource) })
            AllowEverySource(schema);
        foreach (var rule in member.GetCustomAttributes<ValidationAttribute>()) SchemaRules.Add(schema, rule);
        return describe?.Invoke(member) is { } words ? Described(schema, words) : schema;
    }

    /// <summary>Places have a converter of their own, of which System.Text.Json knows nothing.</summary>
    private static JsonObject? Shape(Type type)
    {
        if (type == typeof(Point))
            return List(new JsonObject { ["type"] = "number", ["minimum"] = 0, ["maximum"] = 1 }, 2, 2);
        if (type == typeof(ImmutableArray<Point>)) return List(Shape(typeof(Point))!, null, null);
        return type == typeof(ImmutableArray<ImmutableArray<Point>>)
            ? List(Shape(typeof(ImmutableArray<Point>))!, null, null)
            : null;
    }

    private static JsonObject List(JsonObject items, int? least, int? most)
    {
        var list = new JsonObject { ["type"] = "array", ["items"] = items };
        if (least is not null) list["minItems"] = least;
        if (most is not null) list["maxItems"] = most;
        return list;
    }

    private static JsonObject Words(JsonNode node) => new()
    {
        ["type"] = "string",
        ["enum"] = new JsonArray([.. node["enum"]!.AsArray().Where(w => w is not null).Select(w => w!.DeepClone())]),
    };

    /// <summary>Unknown keys are mistakes, except those of the integrator.</summary>
    private void CloseMapping(JsonObject schema, Type type)
    {
        schema["patternProperties"] = new JsonObject { ["^x-"] = new JsonObject() };
        schema["additionalProperties"] = false;
        if (!isOverlay || schema["required"] is not JsonArray required) return;
        var isKept = type == typeof(CameraProfile) ? (Func<string, bool>)(_ => true) : ListKeys.IsKey;
        schema["required"] = new JsonArray(
            [.. required.Where(r => isKept(r!.GetValue<string>())).Select(r => r!.DeepClone())]);
    }

    private static void SetNullable(JsonObject schema, bool isNullable)
    {
        if (schema["type"] is not { } type) return;
        var types = (type as JsonArray)?.Select(t => t!.GetValue<string>()) ?? [type.GetValue<string>()];
        var kept = types.Where(t => t != "null").Concat(isNullable ? ["null"] : []).Select(t => (JsonNode)t).ToArray();
        schema["type"] = kept.Length == 1 ? kept[0] : new JsonArray(kept);
        if (isNullable && schema["enum"] is JsonArray words && !words.Contains(null)) words.Add(null);
    }

    private static void AllowEverySource(JsonObject schema)
    {
        schema["type"] = new JsonArray("integer", "string");
        schema["pattern"] = @"^\*$";
        schema["patternErrorMessage"] = "a number, or '*' for every video source";
    }

    private static JsonObject Described(JsonObject schema, string words)
    {
        schema.Insert(0, "description", words);
        return schema;
    }
}
