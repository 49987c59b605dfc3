using System.Xml.Linq;

namespace CamMigrate.Simulator.Onvif;

/// <summary>Namespaces of SOAP 1.2, WS-Security and ONVIF.</summary>
internal static class Ns
{
    public static readonly XNamespace Soap = "http://www.w3.org/2003/05/soap-envelope";
    public static readonly XNamespace Security =
        "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd";
    public static readonly XNamespace Utility =
        "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-utility-1.0.xsd";
    public static readonly XNamespace Fault = "http://www.onvif.org/ver10/error";
    public static readonly XNamespace Tt = "http://www.onvif.org/ver10/schema";
    public static readonly XNamespace Device = "http://www.onvif.org/ver10/device/wsdl";
    public static readonly XNamespace Media1 = "http://www.onvif.org/ver10/media/wsdl";
    public static readonly XNamespace Media2 = "http://www.onvif.org/ver20/media/wsdl";
    public static readonly XNamespace Imaging = "http://www.onvif.org/ver20/imaging/wsdl";
    public static readonly XNamespace Ptz = "http://www.onvif.org/ver20/ptz/wsdl";
    public static readonly XNamespace Analytics = "http://www.onvif.org/ver20/analytics/wsdl";
    public static readonly XNamespace Rules = "http://www.onvif.org/ver20/analytics";
    public static readonly XNamespace DeviceIo = "http://www.onvif.org/ver10/deviceIO/wsdl";

    public const string PasswordDigest =
        "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-username-token-profile-1.0#PasswordDigest";

    public static XAttribute[] Prefixes { get; } =
    [
        new(XNamespace.Xmlns + "s", Soap.NamespaceName),
        new(XNamespace.Xmlns + "tt", Tt.NamespaceName),
        new(XNamespace.Xmlns + "tds", Device.NamespaceName),
        new(XNamespace.Xmlns + "trt", Media1.NamespaceName),
        new(XNamespace.Xmlns + "tr2", Media2.NamespaceName),
        new(XNamespace.Xmlns + "timg", Imaging.NamespaceName),
        new(XNamespace.Xmlns + "tptz", Ptz.NamespaceName),
        new(XNamespace.Xmlns + "tan", Analytics.NamespaceName),
        new(XNamespace.Xmlns + "axt", Rules.NamespaceName),
        new(XNamespace.Xmlns + "tmd", DeviceIo.NamespaceName),
        new(XNamespace.Xmlns + "ter", Fault.NamespaceName),
    ];
}
