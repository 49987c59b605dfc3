using System.Text.Json;

namespace CamMigrate.Adapters.Dahua.DhDiscover;

/// <summary>Values of JSON whose types nobody promised.</summary>
internal static class JsonWords
{
    internal static JsonElement? Object(JsonElement? parent, string name) =>
        Of(parent, name) is { ValueKind: JsonValueKind.Object } value ? value : null;

    internal static string? Text(JsonElement? parent, string name)
    {
        if (Of(parent, name) is not { ValueKind: JsonValueKind.String } value) return null;
        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)
        {
            return null; // half a surrogate pair is no text
        }
    }

    internal static int? Number(JsonElement? parent, string name) =>
        Of(parent, name) is { ValueKind: JsonValueKind.Number } value && value.TryGetInt32(out var number) ? number : null;

    private static JsonElement? Of(JsonElement? parent, string name) =>
        parent is { ValueKind: JsonValueKind.Object } group && group.TryGetProperty(name, out var value) ? value : null;
}
