using CamMigrate.Core.Planning;
using CamMigrate.Core.Profiles.Yaml;

namespace CamMigrate.Core.Profiles.Validation;

/// <summary>A POSIX time zone must mean something: a wrong one stamps every picture with the wrong hour.</summary>
internal static class TimeZoneRule
{
    /// <summary>Checks one value.</summary>
    /// <param name="visit">The value.</param>
    /// <param name="problems">Where problems go.</param>
    public static void Check(ProfileVisit visit, ProblemList problems)
    {
        if (visit is { Key: "posixTimeZone", Value: YamlScalar { Value: not null } zone }
            && PosixTimeZone.Parse(zone.Text) is null)
            problems.Add(
                visit.Path, zone.Place,
                $"{YamlText.Show(zone.Text)} is no POSIX time zone such as GMT0BST,M3.5.0/1,M10.5.0.");
    }
}
