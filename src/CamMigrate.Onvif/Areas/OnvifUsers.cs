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
            UserLevel = Enum.TryParse<UserLevel>(user.At("UserLevel").AsText(), out var level) ? level : null,
        }
        : null;
}
