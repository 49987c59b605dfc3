using System.Text.Json.Nodes;
using CamMigrate.Simulator.Dahua.Tables;
using CamMigrate.Simulator.Estates;

namespace CamMigrate.Simulator.Dahua.Calls;

/// <summary>Accounts in two groups; passwords are stars.</summary>
internal static class UserCalls
{
    private static readonly string[] UserRights = ["Monitor_01", "Replay_01"];

    private static readonly string[] AdminRights = ["AuthUserMag", "AuthSysCfg", "Monitor_01", "Replay_01", "AuthPTZ"];

    public static JsonArray Users(DahuaDevice device) => Json.List(device.Camera.Users, (user, i) => new JsonObject
    {
        ["AuthorityList"] = Json.Texts(IsAdmin(user) ? AdminRights : UserRights),
        ["Group"] = IsAdmin(user) ? "admin" : "user",
        ["Id"] = i + 1,
        ["Memo"] = IsAdmin(user) ? "admin's account" : "",
        ["Name"] = user.Username,
        ["Password"] = "******",
        ["Reserved"] = i == 0,
        ["Sharable"] = true,
    });

    public static JsonArray Groups() => new(
        Group(1, "admin", AdminRights), Group(2, "user", UserRights));

    private static JsonObject Group(int id, string name, string[] rights) => new()
    {
        ["AuthorityList"] = Json.Texts(rights),
        ["Id"] = id,
        ["Memo"] = name + " group",
        ["Name"] = name,
    };

    private static bool IsAdmin(UserSpec user) =>
        user.Level.StartsWith("admin", StringComparison.OrdinalIgnoreCase);
}
