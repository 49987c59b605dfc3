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

    /// <summary>Reads what came; null = none of it did.</summary>
    /// <param name="answers">The documents.</param>
    /// <param name="bonjour">As the list of ports has it.</param>
    /// <param name="notes">Takes what a person should know.</param>
    internal static async Task<ServiceSettings?> ReadAsync(HikvisionAnswers answers, bool? bonjour, ReadingNotes notes)
    {
        var services = new ServiceSettings
        {
            Upnp = (await answers.ReadAsync(HikvisionCatalog.Upnp)).At("enabled").Bool(),
            Snmp = Snmp(await answers.ReadAsync(HikvisionCatalog.Snmp)),
            Ssh = (await answers.ReadAsync(HikvisionCatalog.Ssh)).At("enabled").Bool(),
            Telnet = (await answers.ReadAsync(HikvisionCatalog.Telnet)).At("enabled").Bool(),
            Bonjour = bonjour,
            Cloud = Cloud(await answers.ReadAsync(HikvisionCatalog.Ezviz)),
        };
        await ReportAsync(answers, notes);
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

    /// <summary>Ways out of the site that the profile has no place for, where they are on.</summary>
    private static async Task ReportAsync(HikvisionAnswers answers, ReadingNotes notes)
    {
        var ehome = await answers.ReadAsync(HikvisionCatalog.Ehome);
        ehome.Ignore(IgnoreRule.Status, "registerStatus");
        if (ehome.At("enabled").PeekBool() is true)
            notes.Warn("services", "ISUP (Ehome) is on: the camera reports to a platform over the network.");
        var ddns = await answers.ReadAsync(HikvisionCatalog.Ddns);
        if ((ddns.At("DDNS") ?? ddns).At("enabled").PeekBool() is true)
            notes.Warn("services", "dynamic DNS is on: the camera tells a service on the Internet where it is.");
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
