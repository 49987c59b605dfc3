using System.Globalization;
using System.Net;
using System.Xml.Linq;
using CamMigrate.Simulator.Estates;
using static CamMigrate.Simulator.Hikvision.HikvisionDevice;

namespace CamMigrate.Simulator.Hikvision;

/// <summary>Alarm inputs and relays, and who is told: HTTP receivers, e-mail, FTP.</summary>
internal static class HikvisionAlarms
{
    // A password is never told; some firmware sends the element with nothing in it.
    private static readonly XElement NoPassword = new("password");

    public static XElement? Inputs(HikvisionDevice device) => device.Settings.Inputs.IsEmpty
        ? null
        : new XElement("IOInputPortList", device.Settings.Inputs.Select(Input));

    public static XElement? Input(HikvisionDevice device, int number) =>
        device.Settings.Inputs.FirstOrDefault(input => input.Number == number) is { } found ? Input(found) : null;

    public static XElement? Outputs(HikvisionDevice device) => device.Settings.Outputs.IsEmpty
        ? null
        : new XElement("IOOutputPortList", device.Settings.Outputs.Select(Output));

    public static XElement? Output(HikvisionDevice device, int number) =>
        device.Settings.Outputs.FirstOrDefault(output => output.Number == number) is { } found ? Output(found) : null;

    public static XElement? HttpHosts(HikvisionDevice device) => device.Settings.HttpHosts.IsEmpty
        ? null
        : new XElement(
            "HttpHostNotificationList",
            device.Settings.HttpHosts.Select((host, i) => new XElement(
                "HttpHostNotification",
                new XElement("id", i + 1),
                new XElement("url", host.Url),
                new XElement("protocolType", host.Protocol),
                new XElement("parameterFormatType", "XML"),
                Address(host.Host),
                new XElement("portNo", host.Port),
                new XElement("userName", host.UserName),
                new XElement("httpAuthenticationMethod", host.Login),
                new XElement("httpBroken", false))));

    public static XElement? Mail(HikvisionDevice device) => device.Settings.Mail is not { } mail
        ? null
        : new XElement(
            "mailing",
            new XElement("id", 1),
            new XElement(
                "sender",
                new XElement("emailAddress", mail.Sender),
                new XElement("name", device.Camera.Name),
                new XElement(
                    "smtp",
                    new XElement("enableAuthorization", mail.UserName.Length > 0),
                    new XElement("enableSSL", mail.Tls),
                    new XElement("addressingFormatType", "hostname"),
                    new XElement("hostName", mail.Server),
                    new XElement("portNo", mail.Port),
                    new XElement("accountName", mail.UserName),
                    NoPassword,
                    new XElement("enableTLS", mail.Tls),
                    new XElement("startTLS", false))),
            new XElement(
                "receiverList",
                mail.Receivers.Select((address, i) => new XElement(
                    "receiver",
                    new XElement("id", i + 1),
                    new XElement("name", "receiver"),
                    new XElement("emailAddress", address)))),
            new XElement(
                "attachment", new XElement("snapshot", Switch(true), new XElement("interval", 2))));

    public static XElement? Ftp(HikvisionDevice device) => device.Settings.Ftp is not { } ftp
        ? null
        : new XElement(
            "FTPNotification",
            new XElement("id", 1),
            Switch(ftp.Enabled),
            Address(ftp.Server),
            new XElement("portNo", ftp.Port),
            new XElement("userName", ftp.UserName),
            NoPassword,
            new XElement("annoyftp", ftp.UserName.Length == 0),
            new XElement("uploadPath", new XElement("pathDepth", 1), new XElement("topDirNameRule", "customize"),
                new XElement("topDirName", ftp.Path)));

    private static XElement Input(HikvisionInput input) => new(
        "IOInputPort",
        new XElement("id", input.Number),
        Switch(input.Enabled),
        new XElement("triggering", input.Triggering),
        new XElement("name", input.Name));

    private static XElement Output(HikvisionOutput output) => new(
        "IOOutputPort",
        new XElement("id", output.Number),
        new XElement(
            "PowerOnState",
            new XElement("defaultState", output.DefaultState),
            output.Pulse is null ? null : new XElement("outputState", "pulse"),
            output.Pulse is { } length
                ? new XElement("pulseDuration", length.ToString(CultureInfo.InvariantCulture)) : null),
        new XElement("name", output.Name),
        new XElement("IOUseType", output.Use));

    private static object[] Address(string host) =>
        IPAddress.TryParse(host, out _)
            ? [new XElement("addressingFormatType", "ipaddress"), new XElement("ipAddress", host)]
            : [new XElement("addressingFormatType", "hostname"), new XElement("hostName", host)];
}
