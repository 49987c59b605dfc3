using System.Globalization;

namespace CamMigrate.Onvif.Tests.Soap;

/// <summary>The answers of the smallest camera there is; tests put their own before them.</summary>
internal static class StubCamera
{
    internal const string Digest =
        "WWW-Authenticate: Digest realm=\"r\", nonce=\"n1\", qop=\"auth\", algorithm=MD5\r\n";

    internal static StubAnswer? Answer(StubRequest request) => request.Name switch
    {
        "GetSystemDateAndTime" => StubAnswer.Ok(Clock("UTCDateTime", DateTime.UtcNow)),
        "GetDeviceInformation" =>
            StubAnswer.Ok("<tds:GetDeviceInformationResponse><tds:Manufacturer>M</tds:Manufacturer><tds:Model>S</tds:Model>"
            + "<tds:FirmwareVersion>1</tds:FirmwareVersion><tds:SerialNumber>42</tds:SerialNumber></tds:GetDeviceInformationResponse>"),
        "GetServices" => StubAnswer.Ok("<tds:GetServicesResponse>"
            + "<tds:Service><tds:Namespace>http://www.onvif.org/ver10/media/wsdl</tds:Namespace><tds:XAddr>http://192.0.2.99:99/their/media</tds:XAddr></tds:Service>"
            + "</tds:GetServicesResponse>"),
        "GetProfiles" => StubAnswer.Ok("<trt:GetProfilesResponse/>"),
        _ => StubAnswer.Fault(400, "ActionNotSupported"),
    };

    internal static string Clock(string name, DateTime time, string zone = "UTC0") =>
        "<tds:GetSystemDateAndTimeResponse><tds:SystemDateAndTime><tt:DateTimeType>Manual</tt:DateTimeType><tt:DaylightSavings>false</tt:DaylightSavings>"
        + $"<tt:TimeZone><tt:TZ>{zone}</tt:TZ></tt:TimeZone>{Moment(name, time)}</tds:SystemDateAndTime></tds:GetSystemDateAndTimeResponse>";

    internal static string Moment(string name, DateTime time) => string.Create(CultureInfo.InvariantCulture,
        $"<tt:{name}><tt:Time><tt:Hour>{time.Hour}</tt:Hour><tt:Minute>{time.Minute}</tt:Minute><tt:Second>{time.Second}</tt:Second></tt:Time>"
        + $"<tt:Date><tt:Year>{time.Year}</tt:Year><tt:Month>{time.Month}</tt:Month><tt:Day>{time.Day}</tt:Day></tt:Date></tt:{name}>");
}
