using System.Collections.Immutable;
using CamMigrate.Core.Errors;
using CamMigrate.Core.Profiles;
using CamMigrate.Core.Reading;
using CamMigrate.Http;

namespace CamMigrate.Adapters.Hikvision;

/// <summary>
/// What runs beside the video, a small document each: <c>/System/Network/UPnP</c>, <c>SNMP</c>, <c>ssh</c>,
/// <c>telnetd</c>, <c>EZVIZ</c>.
/// </summary>
internal static class HikvisionServices
{
    private static readonly Dictionary<string, UserLevel> Levels = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Administrator"] = UserLevel.Administrator,
        ["Operator"] = UserLevel.Operator,
        ["Viewer"] = UserLevel.User,
    };

    internal static ServiceSettings? Parse(IReadOnlyDictionary<string, AnswerNode> documents, bool? bonjour)
    {
        var services = new ServiceSettings
        {
            Upnp = documents.GetValueOrDefault("UPnP").At("enabled").Bool(),
            Snmp = Snmp(documents.GetValueOrDefault("SNMP")),
            Ssh = documents.GetValueOrDefault("ssh").At("enabled").Bool(),
            Telnet = documents.GetValueOrDefault("telnetd").At("enabled").Bool(),
            Bonjour = bonjour,
            Cloud = Cloud(documents.GetValueOrDefault("EZVIZ")),
        };
        return services == new ServiceSettings() ? null : services;
    }

    internal static EnabledSetting? Enabled(AnswerNode? document) =>
        document.At("enabled").Bool() is { } on ? new EnabledSetting { Enabled = on } : null;

    /// <summary>Names and levels; a password is never told.</summary>
    internal static ImmutableArray<User> Users(AnswerNode list, ReadingNotes notes)
    {
        var users = ImmutableArray.CreateBuilder<User>();
        foreach (var user in list.Children("User"))
        {
            user.At("id").Ignore(IgnoreRule.Identity);
            if (user.At("userName").Text() is not { } name) continue;
            var level = user.At("userLevel").Map(Levels, $"users[{Printable.Clip(name)}].userLevel", notes);
            if (users.All(u => u.Username != name)) users.Add(new User { Username = name, UserLevel = level });
            else
                notes.Warn(
                    "users",
                    $"the user '{Printable.Clip(name)}' stands twice in the camera's list; the first is carried.");
        }

        return users.ToImmutable();
    }

    /// <summary>On when any version answers.</summary>
    private static EnabledSetting? Snmp(AnswerNode? document)
    {
        var states =
            new[] { document.At("enabled"), document.At("SNMPv2c", "enabled"), document.At("SNMPAdvanced", "enabled") }
            .Select(node => node.Bool()).OfType<bool>().ToList();
        return states.Count == 0 ? null : new EnabledSetting { Enabled = states.Contains(true) };
    }

    private static EnabledSetting? Cloud(AnswerNode? document)
    {
        document.Ignore(IgnoreRule.Status, "registerStatus", "bindStatus", "offlineStatus");
        return Enabled(document);
    }
}
