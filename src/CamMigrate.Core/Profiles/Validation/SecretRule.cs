using System.Text.RegularExpressions;
using CamMigrate.Core.Profiles.Yaml;

namespace CamMigrate.Core.Profiles.Validation;

/// <summary>
/// Profiles go into git: an address with a password in it does not belong there. The message does not repeat it.
/// </summary>
internal static partial class SecretRule
{
    /// <summary>Checks one value.</summary>
    /// <param name="visit">The value.</param>
    /// <param name="problems">Where problems go.</param>
    public static void Check(ProfileVisit visit, ProblemList problems)
    {
        if (visit.Value is YamlScalar { Value: not null } scalar && UserInfo().IsMatch(scalar.Text))
            problems.Add(
                visit.Path, scalar.Place,
                "an address with a password in it: a profile holds no secrets, take out what stands before the '@'.");
    }

    [GeneratedRegex(@"://[^/?#\s]*:[^/?#\s]*@", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex UserInfo();
}
