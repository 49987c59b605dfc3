using System.Text.Json;
using System.Text.Json.Serialization;
using CamMigrate.Core.Profiles;

namespace CamMigrate.Core.Runs;

/// <summary>How reports and journals become JSON: as profiles do, but the words of outcomes and results begin small, <c>notSupported</c>.</summary>
public static class ReportJson
{
    /// <summary>On one line.</summary>
    public static JsonSerializerOptions Options { get; } = Create(isIndented: false);

    /// <summary>For people who look at it, too.</summary>
    public static JsonSerializerOptions Indented { get; } = Create(isIndented: true);

    private static JsonSerializerOptions Create(bool isIndented)
    {
        var options = new JsonSerializerOptions(ProfileJson.Options) { WriteIndented = isIndented };
        options.Converters.Insert(0, new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false));
        return options;
    }
}
