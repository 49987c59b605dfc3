using System.Collections.Immutable;
using CamMigrate.Core.Errors;
using CamMigrate.Core.Profiles;
using CamMigrate.Core.Reading;

namespace CamMigrate.Adapters.Dahua;

/// <summary>
/// Accounts: <c>userManager.cgi?action=getUserInfoAll</c>. A password is never told; its stars are not read.
/// </summary>
internal static class DahuaUsers
{
    internal static readonly DahuaCall Call = DahuaCall.Of("userManager", "getUserInfoAll");

    private static readonly Dictionary<string, UserLevel> Levels = new(StringComparer.OrdinalIgnoreCase)
    {
        ["admin"] = UserLevel.Administrator,
        ["operator"] = UserLevel.Operator,
        ["user"] = UserLevel.User,
    };

    internal static ImmutableArray<User> Parse(AnswerNode list, ReadingNotes notes)
    {
        var users = ImmutableArray.CreateBuilder<User>();
        foreach (var (_, user) in list.At("users").Items())
        {
            user.Ignore(IgnoreRule.Identity, "Id", "ID", "Reserved");
            user.Ignore(IgnoreRule.Status, "PasswordModifiedTime", "PwdScore", "Anonymous");
            if (user.At("Name").Text() is not { } name) continue;
            var group = user.At("Group");
            var level = group.Map(Levels, $"users[{Printable.Clip(name)}].userLevel", notes);
            foreach (var rights in new[] { user.At("AuthList"), user.At("AuthorityList") })
            {
                if (level == UserLevel.Administrator) rights.IgnoreAll(IgnoreRule.Derived);
                else rights.BecauseAll("the profile has one level for an account, not single rights");
            }

            if (users.All(u => u.Username != name)) users.Add(new User { Username = name, UserLevel = level });
            else
                notes.Warn(
                    "users", $"the user '{Printable.Clip(name)}' stands twice in the device's list; the first is carried.");
        }

        return users.ToImmutable();
    }
}
