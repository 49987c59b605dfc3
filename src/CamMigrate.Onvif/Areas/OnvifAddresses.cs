using System.Net;
using System.Net.Sockets;
using CamMigrate.Core.Profiles;
using CamMigrate.Core.Reading;

namespace CamMigrate.Onvif.Areas;

/// <summary>The addresses of a network interface (<c>tt:NetworkInterface</c>).</summary>
internal static class OnvifAddresses
{
    internal static IpSettings? Ipv4(AnswerNode? adapter, AnswerNode? gateway)
    {
        var config = adapter.At("IPv4", "Config");
        if (config is null) return null;
        var isDhcp = config.At("DHCP").Bool();
        var (leased, manual) = (config.At("FromDHCP"), config.At("Manual"));
        var own = isDhcp == true ? leased ?? manual : manual ?? leased;
        var other = own == leased ? manual : leased;
        other.Ignore(IgnoreRule.NotInForce, "Address", "PrefixLength");
        config.At("LinkLocal").Ignore(IgnoreRule.Derived, "Address", "PrefixLength");
        Enabled(adapter);
        return new IpSettings
        {
            Enabled = adapter.At("IPv4", "Enabled").Bool(),
            Dhcp = isDhcp,
            Address = Take(own.At("Address"), AddressFamily.InterNetwork),
            PrefixLength = own.At("PrefixLength").Int(0, 32),
            Gateway = Take(gateway, AddressFamily.InterNetwork),
        };
    }

    internal static IpSettings? Ipv6(AnswerNode? adapter, AnswerNode? gateway)
    {
        var all = adapter.At("IPv6");
        if (all is null) return null;
        var config = all.At("Config");
        // Auto leaves the choice to the router's announcements.
        var isDhcp = config.At("DHCP").Text() is { } mode ? mode is "Stateful" or "Stateless" or "Auto" : (bool?)null;
        foreach (var local in config.Children("LinkLocal")) local.Ignore(IgnoreRule.Derived, "Address", "PrefixLength");
        var manual = config.At("Manual");
        var own = manual ?? config.At("FromDHCP") ?? config.At("FromRA");
        foreach (var other in new[] { config.At("FromDHCP"), config.At("FromRA") }.Where(o => o != own))
            other.Ignore(IgnoreRule.NotInForce, "Address", "PrefixLength");
        Enabled(adapter);
        return new IpSettings
        {
            Enabled = all.At("Enabled").Bool(),
            Dhcp = isDhcp,
            Address = Take(own.At("Address"), AddressFamily.InterNetworkV6),
            PrefixLength = own.At("PrefixLength").Int(0, 128),
            Gateway = Take(gateway, AddressFamily.InterNetworkV6),
        };
    }

    /// <summary>Takes an address; null = unset, or text that is none of its family.</summary>
    internal static string? Take(AnswerNode? node, AddressFamily family)
    {
        if (node.Peek() is not { } text) return null;
        if (text is "0.0.0.0" or "::" or "0:0:0:0:0:0:0:0")
        {
            node.Ignore(IgnoreRule.Unset);
            return null;
        }

        if (!IPAddress.TryParse(text, out var address) || address.AddressFamily != family
            || (family == AddressFamily.InterNetwork && text.Count(c => c == '.') != 3))
        {
            node.Because("not an address");
            return null;
        }

        node.Taken();
        return address.ToString();
    }

    /// <summary>The interface that answers is on: its switch says nothing that its addresses do not.</summary>
    private static void Enabled(AnswerNode? adapter) => adapter.Ignore(IgnoreRule.Derived, "Enabled");
}
