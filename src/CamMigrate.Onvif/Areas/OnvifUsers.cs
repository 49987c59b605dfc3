using System.Collections.Immutable;
using System.Xml.Linq;
using CamMigrate.Core.Profiles;
using CamMigrate.Core.Reading;
using CamMigrate.Onvif.Soap;

namespace CamMigrate.Onvif.Areas;

/// <summary>Accounts: names and levels. Read only; passwords are not looked at even where a camera shows
/// them.</summary>
internal static class OnvifUsers
{
    private const int Most = 200;

    /// <summary>Reads <c>tds:GetUsersResponse</c>.</summary>
    internal static ImmutableArray<User> Parse(XElement answer) => Parse(answer.Node()!);

    /// <summary>Takes <c>tds:GetUsersResponse</c>.</summary>
    internal static ImmutableArray<User> Parse(AnswerNode answer) =>
    [
        .. answer.Children("User").Take(Most).Select(ParseOne).OfType<User>()
            .DistinctBy(u => u.Username, StringComparer.Ordinal),
    ];

    private static User? ParseOne(AnswerNode user) => user.At("Username").Text() is { } name
        ? new User
        {
            Username = name,
            UserLevel = Level(user.At("UserLevel")),
        }
        : null;

    // By name alone: the platform would also take a number, and any number.
    private static UserLevel? Level(AnswerNode? node)
    {
        if (Array.IndexOf(Enum.GetNames<UserLevel>(), node.Peek()) is not (>= 0 and var at)) return null;
        node.Taken();
        return Enum.GetValues<UserLevel>()[at];
    }
}
