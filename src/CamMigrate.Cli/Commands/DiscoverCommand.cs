using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using CamMigrate.Cli.Composition;
using CamMigrate.Cli.Output;
using CamMigrate.Core.Discovery;
using CamMigrate.Core.Errors;
using CamMigrate.Http.Udp;

namespace CamMigrate.Cli.Commands;

/// <summary><c>discover [RANGE...]</c>.</summary>
internal static class DiscoverCommand
{
    private const int LongestWait = 86_400;
    private const int MostPorts = 32;
    private const int FastestRate = 1000;

    internal static Command Create()
    {
        var ranges = new Argument<string[]>("RANGE")
        {
            Description = "Addresses to look at one by one, too: 192.0.2.0/24, 192.0.2.7, 192.0.2.10-40; "
                + "65536 at most.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var wait = new Option<double?>("--wait")
        {
            Description = "Seconds for all of it; default: what it will need.",
            HelpName = "SECONDS",
        };
        var ports = new Option<string?>("--ports")
        {
            Description = $"TCP ports looked at in ranges; default: {string.Join(",", SearchOptions.UsualPorts)}.",
            HelpName = "PORT,...",
        };
        var rate = new Option<int?>("--rate")
        {
            Description = FormattableString.Invariant(
                $"Connections begun in a second in ranges; default: {new SearchOptions().PerSecond}."),
            HelpName = "N",
        };
        var csv = new Option<bool>("--csv") { Description = "Print a manifest to fill in, for a spreadsheet." };
        var udp = new Option<string?>("--udp-ports") { Hidden = true };
        var command = new Command("discover", "Finds cameras on the network. Sends no login, writes nothing.")
        {
            ranges, wait, ports, rate, csv, udp,
        };
        command.SetVerb(async (parsed, place, _, cancellationToken) =>
        {
            var isCsv = parsed.GetValue(csv);
            if (isCsv && place.IsJson) throw new UsageException("Give --csv or --json, not both.");
            var options = new SearchOptions
            {
                Addresses = AddressRanges.Parse(parsed.GetValue(ranges) ?? []),
                Ports = Ports(parsed.GetValue(ports)) ?? SearchOptions.UsualPorts,
                PerSecond = Rate(parsed.GetValue(rate)) ?? new SearchOptions().PerSecond,
                Wait = Wait(parsed.GetValue(wait)),
                Subnets = LocalSubnets.Read(),
                IsWindows = OperatingSystem.IsWindows(),
            };
            DiscoverText.Begin(options, place.Terminal);
            var search = Searches.Create(place, UdpPorts(parsed.GetValue(udp)));
            var report = await search.RunAsync(options, cancellationToken);
            if (place.IsJson) JsonOutput.Print(place.Terminal, DiscoverJson.Of(report));
            else if (isCsv) DiscoverCsv.Write(report, place.Terminal.Output);
            else DiscoverText.Table(report, place.Terminal);
            DiscoverText.End(report, options, place.Terminal);
            return report.IsComplete ? ExitCodes.Done : ExitCodes.Partly;
        });
        return command;
    }

    private static TimeSpan? Wait(double? seconds) => seconds switch
    {
        null => null,
        >= 1 and <= LongestWait => TimeSpan.FromSeconds(seconds.Value),
        _ => throw new UsageException($"--wait takes 1 to {LongestWait} seconds."),
    };

    private static int? Rate(int? perSecond) => perSecond is null or (> 0 and <= FastestRate)
        ? perSecond : throw new UsageException($"--rate takes 1 to {FastestRate} connections a second.");

    private static ImmutableArray<int>? Ports(string? text)
    {
        if (text is null) return null;
        var words = text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        ImmutableArray<int> ports = [.. words.Select(Port).Distinct()];
        return ports.Length is > 0 and <= MostPorts
            ? ports : throw new UsageException($"--ports takes 1 to {MostPorts} ports: 80,443,8000.");
    }

    private static int Port(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port is > 0 and <= 65_535
            ? port : throw new UsageException($"'{text}' is no port: 1 to 65535.");

    /// <summary>For rehearsals beside other programs: WS-Discovery, SADP, DHDiscover.</summary>
    private static SearchPorts UdpPorts(string? text) => text is null ? new SearchPorts()
        : Ports(text) is [var onvif, var sadp, var dahua] ? new SearchPorts(onvif, sadp, dahua)
        : throw new UsageException("--udp-ports takes three ports: of WS-Discovery, SADP and DHDiscover.");
}
