using System.Collections.Immutable;
using CamMigrate.Core.Discovery;
using CamMigrate.Core.Ports;

namespace CamMigrate.Cli.Output;

/// <summary>A search, for people: the devices on stdout, all else on stderr.</summary>
internal static class DiscoverText
{
    private static readonly string[] Heads =
        ["ADDRESS", "MAC", "MAKE", "MODEL", "SERIAL", "FIRMWARE", "ONVIF", "STATE", "FOUND BY", "NAME"];

    internal static void Begin(SearchOptions options, Terminal terminal)
    {
        var faces = options.Subnets.Where(s => !s.IsLoopback).Select(s => s.Name).Distinct().ToList();
        var ranges = options.Addresses.IsEmpty ? ""
            : $", and at {Count(options.Addresses.Length, "address", "es")} one by one";
        var limit = FormattableString.Invariant($"for at most {options.Limit.TotalSeconds:0.#} s");
        terminal.Note(Terminal.Visible($"Looking for cameras {limit}: WS-Discovery, SADP and DHDiscover on "
            + (faces.Count == 0 ? "loopback alone" : string.Join(", ", faces)) + ranges + ". No login is sent."));
    }

    private static string Count(int number, string what, string plural = "s") =>
        FormattableString.Invariant($"{number} {what}{(number == 1 ? "" : plural)}");

    internal static void Table(SearchReport report, Terminal terminal)
    {
        if (report.Devices.IsEmpty) return;
        var rows = report.Devices.Select(Cells).Prepend(Heads).ToList();
        var widths = Enumerable.Range(0, Heads.Length).Select(i => rows.Max(r => r[i].Length)).ToList();
        foreach (var row in rows)
        {
            var line = string.Join("  ", row.Select((cell, i) => cell.PadRight(widths[i]))).TrimEnd();
            terminal.Line(row == Heads ? terminal.Paint(line, Terminal.Bold) : line);
        }
    }

    internal static void End(SearchReport report, SearchOptions options, Terminal terminal)
    {
        foreach (var finding in report.Findings)
        {
            var word = finding.Severity == FindingSeverity.Info ? "note" : terminal.PaintNote("note", Terminal.Yellow);
            terminal.Note($"  {word} {Terminal.Visible(finding.Path)}: {Terminal.Visible(finding.Message)}");
        }

        foreach (var device in report.Devices) Hints(device, terminal);
        if (report.Devices.IsEmpty) terminal.Note(Nothing(options));
        else terminal.Note(FormattableString.Invariant(
            $"{Count(report.Devices.Length, "camera")} in {report.Elapsed.TotalSeconds:0.0} s."));
    }

    internal static string Place(FoundCamera device) => device.Port is null or 80
        ? device.Address.ToString()
        : FormattableString.Invariant($"{device.Address}:{device.Port}");

    internal static string Word(DiscoveryMethod method) => method switch
    {
        DiscoveryMethod.Sadp => "SADP",
        DiscoveryMethod.DhDiscover => "DHDiscover",
        DiscoveryMethod.DahuaBinary => "Dahua 5050",
        DiscoveryMethod.WsDiscovery => "WS-Discovery",
        _ => "range",
    };

    private static string[] Cells(FoundCamera device) =>
    [
        Place(device), device.MacAddress ?? "-",
        Visible(device.Manufacturer ?? (device.Vendor is { } v ? $"({v})" : null)),
        Visible(device.Model), Visible(device.SerialNumber), Visible(device.Firmware),
        device.Onvif switch { true => "on", false => "off", null => "?" },
        device.FactoryState switch
        {
            Activation.NotActivated => "no password yet",
            Activation.Activated => "in use",
            _ => "?",
        },
        string.Join(", ", device.FoundBy.Select(Word)), Visible(device.Name),
    ];

    private static string Visible(string? text) => text is null ? "-" : Terminal.Visible(text);

    private static void Hints(FoundCamera device, Terminal terminal)
    {
        var who = $"  {Place(device)}"
            + ((device.Model ?? device.MacAddress) is { } known ? $" ({Terminal.Visible(known)})" : "");
        if (device.FactoryState == Activation.NotActivated)
            terminal.Note($"{who} has no password yet: give it one on its web page or with the maker's tool. "
                + "Until then it can be neither read nor written.");
        if (device.ReachCommand is { } command)
            terminal.Note($"{who} is outside this machine's networks. To reach it: {Terminal.Visible(command)}");
        else if (device.Reachable is false)
            terminal.Note($"{who} answers searches, but takes no connection at port "
                + FormattableString.Invariant($"{device.Port ?? 80}: a firewall, or another port?"));
    }

    private static string Nothing(SearchOptions options)
    {
        ImmutableArray<string> checks =
        [
            "No camera answered. Look whether",
            "  - the cable has a link and this machine an address there (cammigrate doctor)",
            "  - a firewall drops multicast, or UDP from ports 3702, 37020 and 37810",
            options.Addresses.IsEmpty
                ? "  - the cameras are behind a router, or have such searches switched off: name their network, "
                    + $"cammigrate discover {Near(options)}"
                : $"  - the cameras listen on other ports than {string.Join(", ", options.Ports)}: "
                    + "name them with --ports",
        ];
        return string.Join(Environment.NewLine, checks);
    }

    private static string Near(SearchOptions options) => options.Subnets.FirstOrDefault(s => !s.IsLoopback) is { } near
        ? FormattableString.Invariant(
            $"{Ipv4.Address(Ipv4.Network(near.Address, near.PrefixLength))}/{near.PrefixLength}")
        : "192.0.2.0/24";
}
