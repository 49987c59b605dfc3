using System.Globalization;
using CamMigrate.Core.Profiles.Yaml;

namespace CamMigrate.Core.Profiles.Validation;

/// <summary>Motion cells are a grid: every row is as long as the first.</summary>
internal static class CellsRule
{
    /// <summary>Checks one value.</summary>
    /// <param name="visit">The value.</param>
    /// <param name="problems">Where problems go.</param>
    public static void Check(ProfileVisit visit, ProblemList problems)
    {
        if (visit is not { Key: "cells", Value: YamlSequence { Items: [YamlScalar first, ..] rows } }) return;
        foreach (var row in rows.OfType<YamlScalar>().Where(r => r.Text.Length != first.Text.Length))
        {
            problems.Add(visit.Path, row.Place, string.Create(
                CultureInfo.InvariantCulture,
                $"the row has {row.Text.Length} cells, the first one {first.Text.Length}: rows of a grid are equally "
                    + $"long."));
        }
    }
}
