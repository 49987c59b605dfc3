using System.Xml.Linq;
using CamMigrate.Simulator.Http;

namespace CamMigrate.Simulator.Hikvision;

/// <summary>ISAPI's <c>ResponseStatus</c>, the body of refusals.</summary>
internal static class IsapiStatus
{
    public static Answer NotSupported(int status, string url, XNamespace ns) =>
        Refusal(status, url, ns, 4, "Invalid Operation", "notSupport", 0x40000001);

    public static Answer LowPrivilege(string url, XNamespace ns) =>
        Refusal(403, url, ns, 4, "Invalid Operation", "lowPrivilege", 0x40000002);

    public static Answer NotActivated(string url, XNamespace ns) =>
        Refusal(403, url, ns, 4, "Invalid Operation", "notActivated", 0x40000003);

    public static Answer MethodNotAllowed(string url, XNamespace ns) =>
        Refusal(403, url, ns, 4, "Invalid Operation", "methodNotAllowed", 0x40000004);

    public static Answer DeviceError(int status, string url, XNamespace ns) =>
        Refusal(status, url, ns, 3, "Device Error", "deviceError", 0x30000001);

    private static Answer Refusal(
        int status, string url, XNamespace ns, int code, string text, string subcode, int error) =>
        Answer.Xml(status, new XElement(
            ns + "ResponseStatus",
            new XAttribute("version", "2.0"),
            new XElement(ns + "requestURL", url),
            new XElement(ns + "statusCode", code),
            new XElement(ns + "statusString", text),
            new XElement(ns + "subStatusCode", subcode),
            new XElement(ns + "errorCode", error),
            new XElement(ns + "errorMsg", subcode)));
}
