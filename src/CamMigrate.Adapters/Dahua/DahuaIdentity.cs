using System.Globalization;
using System.Net.NetworkInformation;
using CamMigrate.Core.Profiles;
using CamMigrate.Core.Reading;

namespace CamMigrate.Adapters.Dahua;

/// <summary>
/// Who the device is: the answers of <c>magicBox.cgi</c>, and the tables <c>General</c> and <c>Network</c>.
/// </summary>
/// <param name="info"><c>getSystemInfo</c>.</param>
/// <param name="type"><c>getDeviceType</c>.</param>
/// <param name="version"><c>getSoftwareVersion</c>.</param>
/// <param name="serial"><c>getSerialNo</c>.</param>
/// <param name="vendor"><c>getVendor</c>.</param>
internal sealed class DahuaIdentity(
    AnswerNode? info, AnswerNode? type, AnswerNode? version, AnswerNode? serial, AnswerNode? vendor)
{
    internal static readonly DahuaCall[] Calls =
    [
        DahuaCall.Of("magicBox", "getDeviceType"), DahuaCall.Of("magicBox", "getSoftwareVersion"),
        DahuaCall.Of("magicBox", "getSerialNo"), DahuaCall.Of("magicBox", "getVendor"),
    ];

    private static readonly string[] Recorders = ["NVR", "DVR", "XVR", "HCVR", "EVS"];

    /// <summary>Whether the device records other cameras.</summary>
    internal bool IsRecorder =>
        info.At("deviceType").Peek() is { } word
            && int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out _)
        || new[] { info.At("deviceType"), info.At("updateSerial"), type.At("type") }
            .Select(n => n.Peek()).OfType<string>()
            .Any(text => Recorders.Any(r => text.Contains(r, StringComparison.OrdinalIgnoreCase)));

    /// <summary>Serial number, looked at.</summary>
    internal string? SerialNumber => (info.At("serialNumber") ?? serial.At("sn")).Peek();

    /// <summary>Firmware 2.5 and before writes some levels in other scales; null = the version is not known.</summary>
    internal bool? IsOld => Version() is { } found ? found < new Version(2, 6) : null;

    internal ProfileSource Source(AnswerNode? network, string host)
    {
        info.Ignore(
            IgnoreRule.Identity, "hardwareVersion", "processor", "updateSerialCloudUpgrade", "deviceClass",
            "hardwareType",
            "processorModel", "machineName");
        info.At("appAutoStart").Ignore(IgnoreRule.Status);
        var own = info.At("serialNumber").Text();
        var other = serial.At("sn");
        if (own is not null) other.Ignore(IgnoreRule.Identity);
        return new ProfileSource
        {
            Adapter = DahuaSource.Name,
            Manufacturer = vendor.At("vendor").Text() ?? "Dahua",
            Model = Model(),
            Firmware = Firmware(),
            SerialNumber = own ?? other.Text(),
            MacAddress = Mac(network),
            Address = host,
        };
    }

    /// <summary>The table's name of the device; <c>magicBox</c> repeats it.</summary>
    internal static CameraName? Name(AnswerNode? general, AnswerNode? machine)
    {
        var name = general.At("MachineName").Text();
        if (name is null) name = machine.At("name").Text();
        else machine.At("name").Ignore(IgnoreRule.Derived);
        return name is null ? null : new CameraName { Name = name };
    }

    /// <summary>Recorders call themselves by a number, cameras sometimes by nothing but "IP Camera".</summary>
    private string? Model()
    {
        AnswerNode?[] places = [type.At("type"), info.At("deviceType"), info.At("updateSerial")];
        var best = places.FirstOrDefault(p => IsModel(p.Peek())) ?? places.FirstOrDefault(p => p.Peek() is not null);
        var model = best.Text();
        foreach (var place in places) place.Ignore(IgnoreRule.Identity);
        return model;
    }

    private static bool IsModel(string? text) =>
        text is { Length: > 2 } && !text.All(char.IsAsciiDigit)
        && !text.Equals("IP Camera", StringComparison.OrdinalIgnoreCase);

    /// <summary><c>version=2.800.0000016.0.R,build:2020-06-05</c>, two lines on some; an object over RPC2.</summary>
    private string? Firmware()
    {
        var node = version.At("version");
        var (text, build) = (node, version.At("build"));
        if (text is { IsLeaf: false })
        {
            (text, build) = (node.At("Version"), node.At("BuildDate"));
            node.Ignore(IgnoreRule.Identity, "WebVersion", "SecurityBaseLineVersion", "Build");
        }

        var (said, date) = (text.Text(), build.Text());
        if (said is null) return date;
        var comma = said.IndexOf(",build:", StringComparison.OrdinalIgnoreCase);
        if (comma >= 0) (said, date) = (said[..comma], said[(comma + 7)..].Trim());
        return date is null ? said : $"{said} build {date}";
    }

    private Version? Version()
    {
        var text = (version.At("version") is { IsLeaf: false } node ? node.At("Version")
            : version.At("version")).Peek();
        var parts = text?.TrimStart('V', 'v').Split('.', '_', ',');
        return parts is [var major, var minor, ..]
            && int.TryParse(major, NumberStyles.None, CultureInfo.InvariantCulture, out var first)
            && minor.Length > 0 && int.TryParse(minor[..1], NumberStyles.None, CultureInfo.InvariantCulture,
                out var second)
            ? new Version(first, second) : null;
    }

    private static string? Mac(AnswerNode? network)
    {
        var node = DahuaNetwork.Interface(network).At("PhysicalAddress");
        if (!PhysicalAddress.TryParse(node.Peek()?.Replace(':', '-').ToUpperInvariant(), out var mac)
            || mac.GetAddressBytes() is not { Length: 6 } bytes)
            return null;
        node.Taken();
        return string.Join(':', bytes.Select(b => b.ToString("x2", CultureInfo.InvariantCulture)));
    }
}
