using System.Globalization;
using System.Xml.Linq;
using static CamMigrate.Simulator.Hikvision.HikvisionDevice;

namespace CamMigrate.Simulator.Hikvision;

/// <summary>Identity, time and two-way audio.</summary>
internal static class HikvisionSystem
{
    public static XElement DeviceInfo(HikvisionDevice device)
    {
        var identity = device.Camera.Identity;
        return new XElement(
            "DeviceInfo",
            new XElement("deviceName", device.Camera.Name),
            new XElement(
                "deviceID",
                "00000000-1111-2222-3333-" + identity.MacAddress.Replace(":", "", StringComparison.Ordinal)),
            device.IsRecorder ? null : new XElement("deviceDescription", "IPCamera"),
            device.IsRecorder ? null : new XElement("deviceLocation", "hangzhou"),
            device.IsRecorder ? null : new XElement("systemContact", "Hikvision.China"),
            new XElement("model", identity.Model),
            new XElement("serialNumber", identity.SerialNumber),
            new XElement("macAddress", identity.MacAddress),
            new XElement("firmwareVersion", identity.Firmware),
            new XElement("firmwareReleasedDate", $"build {identity.Build}"),
            new XElement("encoderVersion", "V7.3"),
            new XElement("encoderReleasedDate", $"build {identity.Build}"),
            new XElement("bootVersion", "V1.3.4"),
            new XElement("hardwareVersion", "0x0"),
            new XElement("deviceType", device.Settings.DeviceType),
            new XElement("telecontrolID", 88),
            new XElement("supportBeep", false),
            new XElement("supportVideoLoss", false),
            new XElement("manufacturer", identity.Manufacturer.ToLowerInvariant()),
            new XElement(
                "subSerialNumber",
                identity.SerialNumber.Length > 9 ? identity.SerialNumber[^9..] : identity.SerialNumber));
    }

    public static XElement Time(HikvisionDevice device) => new(
        "Time",
        new XElement("timeMode", device.Settings.Time.Mode),
        // The clock reads UTC and says so: an offset here would be taken for the zone's.
        new XElement(
            "localTime", device.Time.GetUtcNow().ToString("yyyy-MM-ddTHH:mm:ss+00:00", CultureInfo.InvariantCulture)),
        new XElement("timeZone", device.Settings.Time.TimeZone));

    public static XElement NtpServers(HikvisionDevice device) => new(
        "NTPServerList",
        device.Settings.Time.NtpServers.Select((server, i) => NtpServer(device, server, i + 1)));

    public static XElement? NtpServer(HikvisionDevice device, int number) =>
        number >= 1 && number <= device.Settings.Time.NtpServers.Length
            ? NtpServer(device, device.Settings.Time.NtpServers[number - 1], number)
            : null;

    public static XElement? Voice(HikvisionDevice device) => device.Settings.Voice is not { } voice
        ? null
        : new XElement(
            "TwoWayAudioChannelList",
            Block(
                "TwoWayAudioChannel",
                new XElement("id", 1),
                Switch(true),
                new XElement("audioCompressionType", voice.Compression),
                new XElement("audioInputType", "MicIn"),
                new XElement("speakerVolume", voice.SpeakerVolume),
                new XElement("microphoneVolume", voice.MicrophoneVolume),
                new XElement("noisereduce", voice.NoiseReduce)));

    private static XElement NtpServer(HikvisionDevice device, string server, int number)
    {
        var isAddress = System.Net.IPAddress.TryParse(server, out _);
        return Block(
            "NTPServer",
            new XElement("id", number),
            new XElement("addressingFormatType", isAddress ? "ipaddress" : "hostname"),
            new XElement(isAddress ? "ipAddress" : "hostName", server),
            // The other kind keeps what it once held; only the one named above is in force.
            isAddress ? new XElement("hostName", "stale.example.org") : null,
            new XElement("portNo", 123),
            new XElement("synchronizeInterval", device.Settings.Time.SynchronizeMinutes));
    }
}
