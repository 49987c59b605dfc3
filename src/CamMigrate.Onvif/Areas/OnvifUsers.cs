using System.Collections.Immutable;
using System.Xml.Linq;
using CamMigrate.Core.Profiles;
using CamMigrate.Http;
using CamMigrate.Onvif.Soap;

namespace CamMigrate.Onvif.Areas;

/// <summary>Accounts: names and levels. Read only; passwords are not looked at even where a camera shows
/// them.</summary>
internal static class OnvifUsers
{
    /// <summary>Reads <c>tds:GetUsersResponse</c>.</summary>
    internal static ImmutableArray<User> Parse(XElement answer) =>
    [
        .. answer.Items("User").Select(ParseOne).OfType<User>().DistinctBy(u => u.Username, StringComparer.Ordinal),
    ];

    private static User? ParseOne(XElement user) => user.At("Username").AsText() is { } name
        ? new User
        {
            Username = name,
            UserLevel = Level(user.At("UserLevel").AsText()),
        }
        : null;

    // By name alone: the platform would also take a number, and any number.
    private static UserLevel? Level(string? name) =>
        Array.IndexOf(Enum.GetNames<UserLevel>(), name) is >= 0 and var at ? Enum.GetValues<UserLevel>()[at] : null;
}
