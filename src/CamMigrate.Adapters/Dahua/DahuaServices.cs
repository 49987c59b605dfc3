using System.Collections.Immutable;
using CamMigrate.Core.Profiles;
using CamMigrate.Core.Reading;

namespace CamMigrate.Adapters.Dahua;

/// <summary>What runs beside the video, a small table each, and who may log in.</summary>
internal static class DahuaServices
{
    internal static ServiceSettings? Parse(DahuaTables tables)
    {
        var cloud = tables["T2UServer"];
        cloud.At("UUID").Ignore(IgnoreRule.Identity);
        cloud.At("WebVersion").Ignore(IgnoreRule.Identity);
        bool?[] clouds = [cloud.At("Enable").Bool(), tables["VSP_PaaS"].At("Enable").Bool()];
        var services = new ServiceSettings
        {
            Upnp = tables["UPnP"].At("Enable").Bool(),
            Snmp = Enabled(tables["SNMP"].At("Enable").Bool()),
            Ssh = tables["SSHD"].At("Enable").Bool(),
            Telnet = tables["Telnet"].At("Enable").Bool(),
            Bonjour = tables["Bonjour"].At("Enable").Bool(),
            Cloud = Enabled(clouds.Contains(true) ? true : clouds[0] ?? clouds[1]),
        };
        return services == new ServiceSettings() ? null : services;
    }

    private static EnabledSetting? Enabled(bool? on) => on is null ? null : new EnabledSetting { Enabled = on };
}
