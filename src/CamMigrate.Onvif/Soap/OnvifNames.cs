using System.Xml.Linq;

namespace CamMigrate.Onvif.Soap;

/// <summary>The XML namespaces of ONVIF, under the prefixes its documents use.</summary>
internal static class OnvifNames
{
    internal static readonly XNamespace Tds = "http://www.onvif.org/ver10/device/wsdl";
    internal static readonly XNamespace Trt = "http://www.onvif.org/ver10/media/wsdl";
    internal static readonly XNamespace Tr2 = "http://www.onvif.org/ver20/media/wsdl";
    internal static readonly XNamespace Timg = "http://www.onvif.org/ver20/imaging/wsdl";
    internal static readonly XNamespace Tptz = "http://www.onvif.org/ver20/ptz/wsdl";
    internal static readonly XNamespace Tan = "http://www.onvif.org/ver20/analytics/wsdl";
    internal static readonly XNamespace Tmd = "http://www.onvif.org/ver10/deviceIO/wsdl";
    internal static readonly XNamespace Tt = "http://www.onvif.org/ver10/schema";
    internal static readonly XNamespace Soap = "http://www.w3.org/2003/05/soap-envelope";
    internal static readonly XNamespace Wsse =
        "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd";
    internal static readonly XNamespace Wsu =
        "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-utility-1.0.xsd";

    /// <summary>An operation as messages and journals show it: <c>tr2:SetMask</c>.</summary>
    internal static string Display(XName operation) => $"{Prefix(operation.Namespace)}:{operation.LocalName}";

    private static string Prefix(XNamespace space) =>
        space == Tds ? "tds" : space == Trt ? "trt" : space == Tr2 ? "tr2" : space == Timg ? "timg"
        : space == Tptz ? "tptz" : space == Tan ? "tan" : space == Tmd ? "tmd" : "?";
}
