using System.Xml.Linq;
using CamMigrate.Core.Planning;
using CamMigrate.Core.Ports;
using CamMigrate.Core.Profiles;
using CamMigrate.Core.Reading;
using CamMigrate.Http;
using CamMigrate.Onvif.Areas;
using CamMigrate.Onvif.Reading;
using CamMigrate.Onvif.Soap;

namespace CamMigrate.Onvif.Legacy;

/// <summary>What the device service and DeviceIO tell: clock, network, accounts, contacts.</summary>
internal sealed class LegacyDevice(Questions questions, OnvifServices services, ReadingNotes notes)
{
    private readonly Dictionary<string, Answer> answers = new(StringComparer.Ordinal);
    private Part? device, clock;
    private XElement? legacy;

    internal async Task AskAsync(Greeting greeting)
    {
        var client = services.Device;
        clock = questions.Note("tds:GetSystemDateAndTime", greeting.Clock);
        device = questions.Note("tds:GetDeviceInformation", greeting.Device);
        questions.Note("tds:GetServices", greeting.Services)?.Node.IgnoreDocument(IgnoreRule.Capability);
        questions.Note("tds:GetCapabilities", greeting.Capabilities)?.Node.IgnoreDocument(IgnoreRule.Capability);
        legacy = greeting.Capabilities;
        (string Name, string Setting, Func<CancellationToken, Task<XElement>> Call)[] wanted =
        [
            ("tds:GetScopes", "camera", client.GetScopesAsync),
            ("tds:GetHostname", "network.hostname", client.GetHostnameAsync),
            ("tds:GetNTP", "time.ntpServers", client.GetNTPAsync),
            ("tds:GetDNS", "network.dns", client.GetDNSAsync),
            ("tds:GetNetworkInterfaces", "network.ipv4", client.GetNetworkInterfacesAsync),
            ("tds:GetNetworkDefaultGateway", "network.ipv4.gateway", client.GetNetworkDefaultGatewayAsync),
            ("tds:GetNetworkProtocols", "network.protocols", client.GetNetworkProtocolsAsync),
            ("tds:GetUsers", "users", client.GetUsersAsync),
            ("tds:GetDiscoveryMode", "services.discovery", client.GetDiscoveryModeAsync),
            ("tds:GetRelayOutputs", "io.relayOutputs", client.GetRelayOutputsAsync),
        ];
        var tasks = wanted.Select(w => KeepAsync(w.Name, questions.TryAsync(w.Name, w.Setting, w.Call))).ToList();
        if (clock is null)
            tasks.Add(KeepAsync("clock", questions.TryAsync(
                "tds:GetSystemDateAndTime", "time", client.GetSystemDateAndTimeAsync)));
        if (services.DeviceIo is { } contacts)
            tasks.Add(KeepAsync("inputs", questions.AskAsync(
                "tmd:GetDigitalInputs", "io.digitalInputs", isAdvertised: true, contacts.GetDigitalInputsAsync)));
        // It decides whether the documents that few cameras have are asked for.
        tasks.Add(KeepAsync("capabilities", questions.TryAsync(
            "tds:GetServiceCapabilities", null, client.GetServiceCapabilitiesAsync)));
        await Task.WhenAll(tasks);
    }

    /// <summary>Asks for what few cameras have, where they say so.</summary>
    internal Task AskMoreAsync()
    {
        var client = services.Device;
        Node("capabilities").IgnoreDocument(IgnoreRule.Capability);
        var network = Answered("capabilities").At("Capabilities", "Network")?.Element;
        var old = legacy.At("Capabilities", "Device", "Network");
        bool Has(string flag) => OnvifXml.Bool(network.AttributeText(flag)) ?? old.At(flag).AsBool() ?? false;
        (bool Has, string Name, string? Setting, Func<CancellationToken, Task<XElement>> Call)[] rare =
        [
            (OnvifXml.Int(network.AttributeText("Dot1XConfigurations")) > 0, "tds:GetDot1XConfigurations",
                "network.dot1x", client.GetDot1XConfigurationsAsync),
            (Has("ZeroConfiguration"), "tds:GetZeroConfiguration", null, client.GetZeroConfigurationAsync),
            (Has("DynDNS"), "tds:GetDynamicDNS", null, client.GetDynamicDNSAsync),
            (Has("IPFilter"), "tds:GetIPAddressFilter", null, client.GetIPAddressFilterAsync),
        ];
        return Task.WhenAll(rare.Where(r => r.Has).Select(r => KeepAsync(
            r.Name, questions.AskAsync(r.Name, r.Setting, isAdvertised: true, r.Call))).ToList());
    }

    internal CameraProfile Parse(CameraAddress address)
    {
        clock ??= Answered("clock");
        var interfaces = Node("tds:GetNetworkInterfaces");
        var users = Node("tds:GetUsers");
        var source = LegacyIdentity.Source(device?.Node, interfaces, address.Host);
        Node("tds:GetZeroConfiguration").At("ZeroConfiguration").Ignore(IgnoreRule.Identity, "InterfaceToken");
        if (Node("tds:GetIPAddressFilter") is { } filter && filter.Leaves().Any(l => l.Name == "Address"))
            notes.Warn("network", "the camera answers to some addresses only (GetIPAddressFilter); there is no place for that.");
        return new CameraProfile
        {
            Kind = ProfileKind.CameraProfile,
            Camera = LegacyIdentity.Name(Node("tds:GetScopes")),
            Source = source,
            Time = Time(),
            Network = OnvifNetwork.Parse(
                Node("tds:GetHostname"), interfaces, Node("tds:GetNetworkDefaultGateway"), Node("tds:GetDNS"),
                Node("tds:GetNetworkProtocols")) with
            {
                Dot1x = Dot1x(),
            },
            Services = Discovery() is { } discovery ? new ServiceSettings { Discovery = discovery } : null,
            Users = users is null ? null : OnvifUsers.Parse(users),
            Io = OnvifIo.Parse(Node("tds:GetRelayOutputs"), Node("inputs"), notes),
        };
    }

    private TimeSettings? Time()
    {
        var servers = Node("tds:GetNTP");
        if (clock is null && servers is null) return null;
        var time = OnvifTime.Parse(clock?.Node, servers, notes);
        if (servers.At("NTPInformation", "FromDHCP").PeekBool() == true)
            notes.Info("time.ntpServers", "the camera takes its time servers from DHCP; name them for the new one.");
        if (clock is not null && services.Session.ClockOffset is { } offset
            && ClockReading.IsLocalAsUtc(clock.Element, offset, services.Session.Now))
            notes.Info("time", "the camera gives local time where UTC belongs.");
        // Makers spell zones in many ways; what counts is what they mean.
        return time with { PosixTimeZone = PosixTimeZone.Parse(time.PosixTimeZone)?.ToString() };
    }

    private EnabledSetting? Dot1x()
    {
        if (Node("tds:GetDot1XConfigurations") is not { } answer) return null;
        var all = answer.Children("Dot1XConfiguration").ToList();
        foreach (var one in all) one.Ignore(IgnoreRule.Identity, "Dot1XConfigurationToken");
        return new EnabledSetting { Enabled = all.Count > 0 };
    }

    private bool? Discovery()
    {
        var mode = Node("tds:GetDiscoveryMode").At("DiscoveryMode");
        if (mode.Peek() is not ("Discoverable" or "NonDiscoverable")) return null;
        mode.Taken();
        return mode.Peek() == "Discoverable";
    }

    private Task KeepAsync(string name, Task<Answer> asked) =>
        questions.KeepAsync(asked, answer => answers[name] = answer);

    private Part? Answered(string name) => answers.GetValueOrDefault(name)?.Part;

    private AnswerNode? Node(string name) => Answered(name)?.Node;
}
