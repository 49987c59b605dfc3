using System.Text.Json;
using System.Text.Json.Nodes;

namespace CamMigrate.Core.Applying;

/// <summary>Numbers in JSON, whatever type they were made from.</summary>
internal static class JsonNumber
{
    internal static bool TryGetNumber(this JsonValue value, out double number)
    {
        number = 0;
        return value.GetValueKind() == JsonValueKind.Number
            && double.TryParse(value.ToJsonString(), System.Globalization.CultureInfo.InvariantCulture, out number);
    }
}
