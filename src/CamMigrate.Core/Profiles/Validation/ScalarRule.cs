using CamMigrate.Core.Profiles.Yaml;

namespace CamMigrate.Core.Profiles.Validation;

/// <summary>A scalar without quotes must be the same thing to all readers.</summary>
internal static class ScalarRule
{
    /// <summary>Checks one value.</summary>
    /// <param name="visit">The value.</param>
    /// <param name="problems">Where problems go.</param>
    public static void Check(ProfileVisit visit, ProblemList problems)
    {
        if (visit.Value is YamlScalar { Problem: { } problem } scalar) problems.Add(visit.Path, scalar.Place, problem);
    }
}
