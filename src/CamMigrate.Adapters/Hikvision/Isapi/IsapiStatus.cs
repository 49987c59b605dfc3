using System.Xml.Linq;
using CamMigrate.Http;

namespace CamMigrate.Adapters.Hikvision.Isapi;

/// <summary>A <c>ResponseStatus</c> body. It counts whatever the HTTP status says.</summary>
internal sealed record IsapiStatus(int? Code, string SubCode)
{
    private const int DeviceError = 3;

    private static readonly string[] Missing =
        ["notSupport", "invalidOperation", "methodNotAllowed", "badURLFormat", ""];

    /// <summary>Device busy: ask again later.</summary>
    internal bool IsBusy => Code == 2;

    internal bool IsNotActivated => Is("notActivated");

    /// <summary>The login is right but may not do this.</summary>
    internal bool LacksRight => Is("lowPrivilege") || Is("badAuthorization");

    /// <summary>The camera says in so many words that it does not have this.</summary>
    internal bool SaysNotSupported => Is("notSupport");

    /// <summary>
    /// The ways in which firmwares refuse a document they do not have. An error of the device is none of them.
    /// </summary>
    internal bool MeansMissing => Code != DeviceError && Missing.Contains(SubCode, StringComparer.OrdinalIgnoreCase);

    /// <summary>Reads it; null = the document is another.</summary>
    internal static IsapiStatus? From(XElement root) =>
        root.Name.LocalName.Equals("ResponseStatus", StringComparison.OrdinalIgnoreCase)
            ? new IsapiStatus(root.AtAnyCase("statusCode").AsInt(), root.AtAnyCase("subStatusCode").AsText() ?? "")
            : null;

    private bool Is(string code) => SubCode.Equals(code, StringComparison.OrdinalIgnoreCase);
}
