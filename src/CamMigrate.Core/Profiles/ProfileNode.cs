using System.Text.Json;
using System.Text.Json.Serialization;

namespace CamMigrate.Core.Profiles;

/// <summary>Base of every mapping in a profile: keeps the integrator's own <c>x-</c> keys.</summary>
public abstract record ProfileNode
{
    /// <summary>Keys beginning <c>x-</c>: kept as they were read, never planned; null when there are none.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Extensions { get; init; }
}
