using CamMigrate.Core.Profiles.Yaml;

namespace CamMigrate.Core.Profiles.Validation;

/// <summary>What a JSON Schema cannot say. All rules are run, and all problems are reported.</summary>
internal static class ProfileRules
{
    private static readonly Action<ProfileVisit, ProblemList>[] Everywhere = [ScalarRule.Check, SecretRule.Check];

    private static readonly Action<ProfileVisit, ProblemList>[] OnSettings =
    [
        DuplicateRule.Check,
        CellsRule.Check,
        BoundsRule.Check,
        TimeZoneRule.Check,
        AddressRule.Check,
    ];

    /// <summary>Checks a whole file.</summary>
    /// <param name="file">The file; it may be wrong in any other way.</param>
    /// <param name="problems">Where problems go.</param>
    public static void Check(YamlMapping file, ProblemList problems)
    {
        foreach (var visit in ProfileVisit.All(file))
        {
            foreach (var rule in visit.IsOwn ? Everywhere : [.. Everywhere, .. OnSettings]) rule(visit, problems);
        }
    }
}
