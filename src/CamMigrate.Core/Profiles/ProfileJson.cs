using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace CamMigrate.Core.Profiles;

/// <summary>The one way in which settings become JSON: for files, plans, reports and the schema.</summary>
public static class ProfileJson
{
    private static readonly Lazy<JsonSerializerOptions> Shared = new(Create);

    /// <summary>camelCase, enums as their words, nothing for null, text as it is.</summary>
    public static JsonSerializerOptions Options => Shared.Value;

    /// <summary>The tree of a profile, keys in the order of the records.</summary>
    /// <param name="profile">A profile.</param>
    public static JsonObject ToNode(CameraProfile profile) =>
        JsonSerializer.SerializeToNode(profile, Options)!.AsObject();

    /// <summary>One setting as plans, reports and comparisons hold it; null stays null.</summary>
    /// <typeparam name="T">Its type in the records.</typeparam>
    /// <param name="value">The setting.</param>
    public static JsonNode? ToNode<T>(T value) => JsonSerializer.SerializeToNode(value, Options);

    private static JsonSerializerOptions Create()
    {
        var options = new JsonSerializerOptions
        {
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            // The text goes to terminals and files, which escape for themselves, never into a web page unescaped.
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            Converters = { new JsonStringEnumConverter(namingPolicy: null, allowIntegerValues: false) },
            TypeInfoResolver = JsonSerializerOptions.Default.TypeInfoResolver,
            RespectNullableAnnotations = true,
        };
        options.MakeReadOnly();
        return options;
    }
}
