using System.Text.RegularExpressions;
using CamMigrate.Core.Reading;

namespace CamMigrate.Http.Recording;

/// <summary>What the names of values say about them, for all brands; and words that identify nobody.</summary>
internal static partial class Vocabulary
{
    /// <summary>What a value is because of its name; null = its name says nothing.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="parent">What it stands in.</param>
    /// <param name="value">What it says.</param>
    /// <param name="isXml">Whether it stands in XML, where a token names a thing.</param>
    internal static OriginalKind? KindOf(string name, string parent, string value, bool isXml)
    {
        if (SecretLeaves.IsSecret(name) || name is "session" or "nonce"
            || SecretName().IsMatch(name)) return OriginalKind.Secret;
        if (!isXml && name.Contains("token", StringComparison.OrdinalIgnoreCase)) return OriginalKind.Secret;
        if (value.Length > 4 && SerialName().IsMatch(name) && value.Any(char.IsAsciiDigit)) return OriginalKind.Serial;
        if (PathName().IsMatch(name) && value.Length > 1 && !value.Contains("://", StringComparison.Ordinal))
            return OriginalKind.Path;
        if (HostName().IsMatch(name) && HostValue().IsMatch(value)) return OriginalKind.Host;
        if (MaybeHostName().IsMatch(name) && HostValue().IsMatch(value)
            && value.Contains('.', StringComparison.Ordinal))
            return OriginalKind.Host;
        return PersonalName().IsMatch(name) && !OtherName().IsMatch(name) && !IsOfProtocol(name, parent)
            && !IsOfAnyCamera(value)
            ? OriginalKind.Name : null;
    }

    /// <summary>Whether a value is a version, whose numbers may look like an address.</summary>
    internal static bool IsVersion(string name) => VersionName().IsMatch(name);

    /// <summary>Whether a name, word or account is one that cameras have from the factory.</summary>
    internal static bool IsOfAnyCamera(string value) => value.Length == 0 || FactoryName().IsMatch(value);

    /// <summary>Whether a host belongs to the protocols themselves.</summary>
    internal static bool IsOfProtocol(string host) => ProtocolHost().IsMatch(host);

    // The words of ONVIF's parameters, and the reason of a fault.
    private static bool IsOfProtocol(string name, string parent) =>
        parent is "SimpleItem" or "ElementItem" or "SimpleItemDescription" or "ElementItemDescription"
            or "Reason" or "Fault"
        || (name is "comment" && parent.Length == 0);

    [GeneratedRegex(
        "pwd|keys$|^(read|write)common$|^community",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex SecretName();

    [GeneratedRegex(
        "serial[-_]?(no|num(ber)?)$|^(sn|devicesn|devsn|machineid|deviceid|uuid|udn|hardwareid|imei|imsi|iccid)$"
        + "|^(latitude|longitude|lat|lon)$|phone|mobile(num|no)|qrcode|licen[cs]e|plateno",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex SerialName();

    [GeneratedRegex(
        "^(url|directory|remotepath|remotedir|uploadpath|sharepath|mountpath|homedirectory)$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex PathName();

    [GeneratedRegex(
        "hostname$|domainname$|^(host|domain|fqdn|dnsname|searchdomain)$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex HostName();

    [GeneratedRegex(
        "addr(ess)?$|server|^(ip|value)$|host",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex MaybeHostName();

    [GeneratedRegex(
        @"^(?=.*[A-Za-z])[A-Za-z0-9_]([A-Za-z0-9_-]{0,62})(\.[A-Za-z0-9_-]{1,63})*$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex HostValue();

    [GeneratedRegex(
        "name$|^(text|title|plaintext|displaytext|location|devicelocation|machineaddress|organization|memo|remark"
        + "|description|contact|owner|note|ssid|user|nickname|label|groupinfo"
        + "|sendaddress|receivers?|subject|comment|name[a-z]{0,2})$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex PersonalName();

    [GeneratedRegex(
        "(class|type|codec|interface|protocol|service|resolution|scheme"
        + "|model|module|event|code|file|version|format|zone|level"
        + "|mode|dir|capability|manufacturer|space|algorithm|table)name$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex OtherName();

    [GeneratedRegex(
        "version|firmware|build|release|model",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex VersionName();

    [GeneratedRegex(
        @"^([\d\s.,:%*#-]*|true|false|yes|no|on|off|none|null|default|any|all|auto|always"
        + "|admin|administrator|root|user|guest|operator|viewer|anonymous|system|service|888888|666666|hangzhou"
        + "|tcp|udp|http|https|rtsp|ftp|smtp|onvif|day|daytime|night|nighttime|normal"
        + "|front ?light|back ?light|strong ?light|low ?light|custom ?1?|general"
        + "|ipc message|everyday|workday|weekend"
        + "|((ip|network|net|digital|analog|mini|dome|bullet|video|audio|alarm|motion|main|sub|third|extra|privacy"
        + "|everyone|embedded)[ _-]?)*"
        + "(camera|cam|ipc|ipcam|ipdome|dome|nvr|dvr|xvr|ptz|channel|chn?|preset|patrol|tour|pattern|input|output|in"
        + "|out|alarm|stream|profile|source|encoder|analytics|token|region|area|line|rule|mask|field|scene|eth|wlan"
        + "|lo|bond|br|usb|rs|net|sd|hdd|hd|point|holiday)"
        + @"([ _-]?[a-z]?\d{0,4}){0,2})$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex FactoryName();

    [GeneratedRegex(
        @"(^|\.)(w3\.org|onvif\.org|oasis-open\.org|xmlsoap\.org|std-cgi\.(com|org)|isapi\.org|psialliance\.org"
        + @"|psia\.org"
        + @"|(www\.)?hikvision\.com|ietf\.org)$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ProtocolHost();
}
