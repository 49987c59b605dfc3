using System.Xml.Linq;
using static CamMigrate.Simulator.Hikvision.HikvisionDevice;

namespace CamMigrate.Simulator.Hikvision;

/// <summary>Accounts, those of ONVIF apart, and what happens after wrong passwords.</summary>
internal static class HikvisionAccounts
{
    private const int LockSeconds = 1800;

    public static XElement Users(HikvisionDevice device) => new(
        "UserList",
        device.Camera.Users.Select((user, i) => Block(
            "User",
            new XElement("id", i + 1),
            new XElement("userName", user.Username),
            new XElement("userLevel", user.Level))));

    public static XElement? OnvifUsers(HikvisionDevice device) => device.Settings.OnvifUsers.IsEmpty
        ? null
        : new XElement(
            "UserList",
            device.Settings.OnvifUsers.Select((name, i) => new XElement(
                "User",
                new XElement("id", i + 1),
                new XElement("userName", name),
                new XElement("userType", "administrator"))));

    public static XElement? LoginLock(HikvisionDevice device) => device.Settings.Services.LoginLock is not { } times
        ? null
        : new XElement(
            "IllegalLoginLock",
            Switch(true),
            new XElement("maxIllegalLoginTimes", times),
            new XElement("maxIllegalLoginLockTime", LockSeconds));
}
