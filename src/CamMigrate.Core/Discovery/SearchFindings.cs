using System.Collections.Immutable;
using CamMigrate.Core.Ports;

namespace CamMigrate.Core.Discovery;

/// <summary>What a person should know of the devices beside their rows.</summary>
internal static class SearchFindings
{
    private const int MostListed = 20;

    internal static IEnumerable<Finding> Of(ImmutableArray<FoundCamera> devices) =>
        SharedAddresses(devices).Concat(SeveralAddresses(devices));

    private static IEnumerable<Finding> SharedAddresses(ImmutableArray<FoundCamera> devices) => devices
        .GroupBy(d => d.Address).Where(g => g.Skip(1).Any())
        .Select(g => new Finding(g.Key.ToString(), FindingSeverity.Warning,
            $"{g.Count()} devices claim this address ({Listed(g.Select(d => d.MacAddress ?? "MAC unknown"))}), as cameras "
            + "fresh from the factory do: connect them one at a time, or give each its own address with the maker's tool."));

    private static IEnumerable<Finding> SeveralAddresses(ImmutableArray<FoundCamera> devices) => devices
        .Select(d => (Device: d, All: d.Sightings.Select(s => s.Address).Distinct().ToList())).Where(d => d.All.Count > 1)
        .Select(d => new Finding(d.Device.Address.ToString(), FindingSeverity.Info,
            $"its answers name several addresses: {Listed(d.All.Select(a => a.ToString()))}."));

    private static string Listed(IEnumerable<string> words)
    {
        var first = words.Take(MostListed + 1).ToList();
        return string.Join(", ", first.Take(MostListed)) + (first.Count > MostListed ? ", ..." : "");
    }
}
