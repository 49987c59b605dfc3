using System.Text.Json;
using CamMigrate.Core.Discovery;

namespace CamMigrate.Cli.Output;

/// <summary>
/// A search as a manifest to fill in: one row per device, what a person must add left empty. Quoted as RFC 4180 says;
/// no cell can be taken for a formula.
/// </summary>
internal static class DiscoverCsv
{
    private const string LineEnd = "\r\n";

    // What a formula begins with, in full width, too.
    private const string Formula = "=+-@\uff1d\uff0b\uff0d\uff20";

    // Spreadsheets split at semicolons where the comma is the decimal point.
    private const string Quoted = ",;\"\r\n";

    private static readonly string[] Heads =
    [
        "site", "name", "old", "oldVendor", "oldUser", "oldPasswordEnv", "new", "newUser", "newPasswordEnv", "wave",
        "oldMac", "oldManufacturer", "oldModel", "oldSerial", "oldFirmware", "oldOnvif", "oldState", "foundBy",
    ];

    internal static void Write(SearchReport report, TextWriter output)
    {
        output.Write(string.Join(',', Heads) + LineEnd);
        foreach (var device in report.Devices) output.Write(string.Join(',', Cells(device).Select(Cell)) + LineEnd);
    }

    private static string?[] Cells(FoundCamera device) =>
    [
        null, device.Name, DiscoverText.Place(device), device.Vendor, null, null, null, null, null, null,
        device.MacAddress, device.Manufacturer, device.Model, device.SerialNumber, device.Firmware,
        device.Onvif switch { true => "on", false => "off", null => null },
        device.FactoryState is { } state ? JsonNamingPolicy.CamelCase.ConvertName(state.ToString()) : null,
        string.Join(' ', device.FoundBy.Select(m => JsonNamingPolicy.CamelCase.ConvertName(m.ToString()))),
    ];

    /// <summary>One cell; a spreadsheet computes what begins so, and a name on the network could begin so.</summary>
    internal static string Cell(string? text)
    {
        if (string.IsNullOrEmpty(text)) return "";
        var safe = Terminal.Visible(text);
        if (Formula.Contains(safe[0])) safe = "'" + safe;
        return safe.AsSpan().IndexOfAny(Quoted) >= 0 || safe != safe.Trim()
            ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : safe;
    }
}
