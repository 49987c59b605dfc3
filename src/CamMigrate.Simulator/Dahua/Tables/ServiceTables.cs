using System.Text.Json.Nodes;

namespace CamMigrate.Simulator.Dahua.Tables;

/// <summary>What the device sends, and the services it runs.</summary>
internal static class ServiceTables
{
    public static JsonNode Email(DahuaDevice device)
    {
        var mail = device.Settings.Email;
        return new JsonObject
        {
            ["Address"] = mail.Server,
            ["Anonymous"] = mail.Anonymous,
            ["AttachEnable"] = true,
            ["Authentication"] = true,
            ["Enable"] = mail.Enabled,
            ["HealthReport"] = new JsonObject { ["Enable"] = false, ["Interval"] = 60 },
            ["Password"] = mail.Password,
            ["Port"] = mail.Port,
            ["Receivers"] = Json.Texts(mail.Recipients),
            ["SendAddress"] = mail.Sender,
            ["SendInterv"] = 0,
            ["SslEnable"] = mail.Encryption == "ssl",
            ["Title"] = mail.Title,
            ["TlsEnable"] = mail.Encryption == "tls",
            ["UserName"] = mail.Username,
        };
    }

    public static JsonNode? Nas(DahuaDevice device) => device.Settings.Nas.IsEmpty
        ? null
        : Json.List(device.Settings.Nas, (share, _) => new JsonObject
        {
            ["Address"] = share.Address,
            ["Directory"] = share.Directory,
            ["Enable"] = share.Enabled,
            ["Name"] = share.Name,
            ["Password"] = share.Password,
            ["Port"] = share.Port,
            ["Protocol"] = share.Protocol,
            ["UserName"] = share.Username,
        });

    public static JsonNode P2p(DahuaDevice device) => new JsonObject
    {
        ["Enable"] = device.Settings.Services.P2p,
        ["Key"] = "******",
        ["Port"] = 8800,
        ["RegisterPort"] = 12366,
        ["RegisterServer"] = "p2p.example.net",
        ["Type"] = "dhp2p",
        ["UUID"] = device.Camera.Identity.SerialNumber,
        ["Username"] = "00000000000000000000000000000000",
    };

    public static JsonNode Ddns(DahuaDevice device) => new JsonArray(new JsonObject
    {
        ["Address"] = "ddns.example.net",
        ["Enable"] = device.Settings.Services.Ddns,
        ["HostName"] = "",
        ["KeepAlive"] = 10,
        ["Password"] = "******",
        ["Port"] = 80,
        ["Protocol"] = "Dyndns DDNS",
        ["UserName"] = "none",
    });

    public static JsonNode Telnet(DahuaDevice device) => Json.Enable(device.Settings.Services.Telnet);

    public static JsonNode Ssh(DahuaDevice device) => Json.Enable(device.Settings.Services.Ssh);

    public static JsonNode Snmp(DahuaDevice device) => new JsonObject
    {
        ["Enable"] = device.Settings.Services.Snmp,
        ["Port"] = 161,
        ["ReadCommon"] = "******",
        ["WriteCommon"] = "******",
    };

    public static JsonNode Bonjour(DahuaDevice device) => new JsonObject
    {
        ["Enable"] = device.Settings.Services.Bonjour,
        ["ServiceName"] = device.Camera.Identity.SerialNumber,
    };
}
