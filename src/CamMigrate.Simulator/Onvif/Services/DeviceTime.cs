using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using CamMigrate.Simulator.Estates;

namespace CamMigrate.Simulator.Onvif.Services;

/// <summary>Clock, time zone and NTP. The zone is a string that the camera keeps and never understands.</summary>
internal static partial class DeviceTime
{
    public static Dictionary<XName, OnvifOperation> Operations { get; } = new()
    {
        [Ns.Device + "GetSystemDateAndTime"] = Get,
        [Ns.Device + "SetSystemDateAndTime"] = Set,
        [Ns.Device + "GetNTP"] = GetNtp,
        [Ns.Device + "SetNTP"] = SetNtp,
    };

    private static object?[] Get(OnvifDevice device, XElement call) =>
    [
        new XElement(
            Ns.Device + "SystemDateAndTime",
            new XElement(Ns.Tt + "DateTimeType", device.State.DateTimeType),
            new XElement(Ns.Tt + "DaylightSavings", device.State.DaylightSavings),
            new XElement(Ns.Tt + "TimeZone", new XElement(Ns.Tt + "TZ", device.State.TimeZone)),
            new XElement(Ns.Tt + "UTCDateTime", Clock(Local(device) ?? device.Clock)),
            Local(device) is { } local ? new XElement(Ns.Tt + "LocalDateTime", Clock(local)) : null),
    ];

    private static DateTimeOffset? Local(OnvifDevice device) =>
        device.Clock + (device.Settings.Time.LocalMinutesAsUtc is { } ahead ? TimeSpan.FromMinutes(ahead) : null);

    private static XElement[] Clock(DateTimeOffset time) =>
    [
        new(
            Ns.Tt + "Time", new XElement(Ns.Tt + "Hour", time.Hour), new XElement(Ns.Tt + "Minute", time.Minute),
            new XElement(Ns.Tt + "Second", time.Second)),
        new(
            Ns.Tt + "Date", new XElement(Ns.Tt + "Year", time.Year), new XElement(Ns.Tt + "Month", time.Month),
            new XElement(Ns.Tt + "Day", time.Day)),
    ];

    private static object?[] Set(OnvifDevice device, XElement call)
    {
        var type = OnvifDevice.Text(call, "DateTimeType");
        if (type is not ("NTP" or "Manual")) throw OnvifFault.Invalid($"DateTimeType '{type}'");
        var state = device.State with
        {
            DateTimeType = type,
            DaylightSavings = OnvifDevice.Truth(call, "DaylightSavings")
        };
        if (call.Element(Ns.Device + "TimeZone") is { } zone)
            state = state with { TimeZone = CheckZone(device.Settings.Time.Quirk, OnvifDevice.Text(zone, "TZ")) };
        if (type == "Manual" && call.Element(Ns.Device + "UTCDateTime") is { } utc)
            state = state with { ClockOffset = state.ClockOffset + (Parse(utc) - device.Clock) };
        device.State = state;
        return [];
    }

    private static string CheckZone(TimeZoneQuirk quirk, string zone)
    {
        var hasRule = zone.Contains(',', StringComparison.Ordinal);
        var isRefused = quirk switch
        {
            TimeZoneQuirk.RefusesDst => hasRule,
            TimeZoneQuirk.RefusesShortDst => hasRule && RulesWithTimes().Count(zone) != 2,
            _ => false,
        };
        return zone.Length > 0 && !isRefused ? zone : throw OnvifFault.Value($"time zone '{zone}'", "InvalidTimeZone");
    }

    private static DateTimeOffset Parse(XElement utc)
    {
        var time = utc.Element(Ns.Tt + "Time")!;
        var date = utc.Element(Ns.Tt + "Date")!;
        try
        {
            return new DateTimeOffset(
                OnvifDevice.Whole(date, "Year"), OnvifDevice.Whole(date, "Month"), OnvifDevice.Whole(date, "Day"),
                OnvifDevice.Whole(time, "Hour"), OnvifDevice.Whole(time, "Minute"), OnvifDevice.Whole(time, "Second"),
                TimeSpan.Zero);
        }
        catch (ArgumentOutOfRangeException e)
        {
            throw OnvifFault.Value(e.Message, "InvalidDateTime");
        }
    }

    private static object?[] GetNtp(OnvifDevice device, XElement call) =>
    [
        new XElement(
            Ns.Device + "NTPInformation",
            new XElement(Ns.Tt + "FromDHCP", device.State.NtpFromDhcp),
            device.State.NtpServers.Select(server => Host(Ns.Tt + "NTPManual", server))),
    ];

    private static XElement Host(XName name, string server) => IPAddress.TryParse(server, out var address)
        ? address.AddressFamily == AddressFamily.InterNetwork
            ? new XElement(name, new XElement(Ns.Tt + "Type", "IPv4"), new XElement(Ns.Tt + "IPv4Address", server))
            : new XElement(name, new XElement(Ns.Tt + "Type", "IPv6"), new XElement(Ns.Tt + "IPv6Address", server))
        : new XElement(name, new XElement(Ns.Tt + "Type", "DNS"), new XElement(Ns.Tt + "DNSname", server));

    private static object?[] SetNtp(OnvifDevice device, XElement call)
    {
        var servers = call.Elements(Ns.Device + "NTPManual").Select(host => OnvifDevice.Text(host, "Type") switch
        {
            "IPv4" => CheckAddress(OnvifDevice.Text(host, "IPv4Address")),
            "IPv6" => CheckAddress(OnvifDevice.Text(host, "IPv6Address")),
            "DNS" when !device.Settings.Time.NtpAddressesOnly => OnvifDevice.Text(host, "DNSname"),
            var type => throw OnvifFault.Value($"NTP servers of type {type}", "InvalidDnsName"),
        }).ToList();
        device.State = device.State with
        {
            NtpFromDhcp = OnvifDevice.Truth(call, "FromDHCP"),
            NtpServers = [.. servers.Take(device.Settings.Time.MaxNtpServers)],
        };
        return [];
    }

    private static string CheckAddress(string text) =>
        IPAddress.TryParse(text, out _)
            ? text
            : throw OnvifFault.Value(
                string.Create(CultureInfo.InvariantCulture, $"address '{text}'"), "InvalidIPv4Address");

    [GeneratedRegex(@",M\d+\.\d\.\d/\d{1,2}:\d\d:\d\d", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex RulesWithTimes();
}
