using System.Globalization;
using CamMigrate.Core.Profiles.Yaml;

namespace CamMigrate.Core.Profiles.Validation;

/// <summary>
/// Items of a list are told apart by their key: two with one key would be one setting with two values.
/// </summary>
internal static class DuplicateRule
{
    /// <summary>Checks one value.</summary>
    /// <param name="visit">The value.</param>
    /// <param name="problems">Where problems go.</param>
    public static void Check(ProfileVisit visit, ProblemList problems)
    {
        if (visit.Value is not YamlSequence list || ListKeys.Of(visit.Key) is not { } key) return;
        var lines = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var scalar in list.Items.OfType<YamlMapping>().Select(item => item[key]).OfType<YamlScalar>())
        {
            if (lines.TryAdd(scalar.Text, scalar.Place.Line)) continue;
            var message = string.Create(
                CultureInfo.InvariantCulture,
                $"{key} {YamlText.Show(scalar.Text)} stands twice in the list, first in line {lines[scalar.Text]}.");
            problems.Add(visit.Path, scalar.Place, message);
        }
    }
}
