using System.Text.Json.Nodes;
using CamMigrate.Core.Discovery;

namespace CamMigrate.Cli.Output;

/// <summary>A search as the JSON document of <c>discover --json</c>.</summary>
internal static class DiscoverJson
{
    internal static JsonObject Of(SearchReport report) => new()
    {
        ["elapsedMs"] = (int)report.Elapsed.TotalMilliseconds,
        ["complete"] = report.IsComplete,
        ["devices"] = new JsonArray([.. report.Devices.Select(Device)]),
        ["findings"] = JsonOutput.Node(report.Findings),
    };

    private static JsonObject Device(FoundCamera device) => new()
    {
        ["address"] = device.Address.ToString(),
        ["port"] = device.Port,
        ["macAddress"] = device.MacAddress,
        ["vendor"] = device.Vendor,
        ["manufacturer"] = device.Manufacturer,
        ["model"] = device.Model,
        ["serialNumber"] = device.SerialNumber,
        ["firmware"] = device.Firmware,
        ["onvif"] = device.Onvif,
        ["factoryState"] = JsonOutput.Node(device.FactoryState),
        ["foundBy"] = JsonOutput.Node(device.FoundBy),
        ["name"] = device.Name,
        ["reachable"] = device.Reachable,
        ["reachCommand"] = device.ReachCommand,
    };
}
