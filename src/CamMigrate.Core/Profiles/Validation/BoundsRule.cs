using System.Text.Json.Nodes;
using CamMigrate.Core.Profiles.Yaml;

namespace CamMigrate.Core.Profiles.Validation;

/// <summary>The shown part of the sensor lies on the sensor and is not empty.</summary>
internal static class BoundsRule
{
    /// <summary>Four decimals are the least that profiles are written with.</summary>
    private const double Tolerance = 1e-4;

    /// <summary>Checks one value.</summary>
    /// <param name="visit">The value.</param>
    /// <param name="problems">Where problems go.</param>
    public static void Check(ProfileVisit visit, ProblemList problems)
    {
        if (visit is not { Key: "bounds", Value: YamlSequence { Items.Count: 4 } list }) return;
        var numbers = list.Items.Select(i => i is YamlScalar { Value: { } value } ? AsNumber(value) : null).ToArray();
        if (numbers is not [{ } left, { } top, { } width, { } height]) return;
        if (left + width > 1 + Tolerance || top + height > 1 + Tolerance || width <= 0 || height <= 0)
            problems.Add(
                visit.Path, list.Place,
                "the shown part is [left, top, width, height]: it must lie within 0 to 1 and not be empty.");
    }

    private static double? AsNumber(JsonValue value) =>
        value.TryGetValue<long>(out var whole) ? whole : value.TryGetValue<double>(out var number) ? number : null;
}
