using System.Collections.Immutable;
using System.Xml.Linq;
using CamMigrate.Core.Errors;

using CamMigrate.Http;
namespace CamMigrate.Onvif.Soap;

/// <summary>What a camera says when it refuses an operation.</summary>
/// <param name="Subcodes">ONVIF's codes, outermost first: <c>ter:InvalidArgVal</c>, <c>ter:NoProfile</c>.</param>
/// <param name="Text">The camera's words; may be empty.</param>
internal sealed record SoapFault(ImmutableArray<string> Subcodes, string Text)
{
    private const int MaxText = 300;

    private static readonly string[] NotThere =
    [
        "ter:ActionNotSupported", "ter:NotSupported", "ter:NotImplemented", "ter:UnknownAction", "ter:UnknownOperation",
    ];

    private static readonly string[] NotThereWords =
        ["not implemented", "not supported", "unknown action", "unsupported",
            "method name or namespace not recognized"];

    /// <summary>The codes in one string; null when the camera gave none.</summary>
    internal string? Code => Subcodes.IsEmpty ? null : string.Join(" ", Subcodes);

    /// <summary>Whether it refuses the login, or what the user may do.</summary>
    internal bool IsNotAuthorized =>
        Subcodes.Any(c => Local(c) is "NotAuthorized" or "NotAuthorised" or "FailedAuthentication" or "Unauthorized" or "SenderNotAuthorized");

    /// <summary>What kind of failure it is.</summary>
    internal CameraError Reason =>
        Subcodes.Any(c => NotThere.Contains("ter:" + Local(c), StringComparer.OrdinalIgnoreCase))
            || (!Subcodes.Any(c => Local(c) is "InvalidArgVal" or "InvalidArgs")
                && NotThereWords.Any(w => Text.Contains(w, StringComparison.OrdinalIgnoreCase)))
            ? CameraError.NotSupported
            : CameraError.Rejected;

    /// <summary>Reads the fault in an answer's body, of SOAP 1.2 or 1.1; null when there is none.</summary>
    /// <param name="body">The answer's body.</param>
    internal static SoapFault? Parse(XElement? body)
    {
        if (body.At("Fault") is not { } fault) return null;
        var codes = ImmutableArray.CreateBuilder<string>();
        for (var level = fault.At("Code", "Subcode"); level is not null && codes.Count < 4; level = level.At("Subcode"))
        {
            if (level.At("Value").AsText() is { } value) codes.Add(Named(value));
        }

        // Some put the code where SOAP 1.2 has Sender and Receiver, some speak SOAP 1.1.
        var outer = fault.At("Code", "Value").AsText() ?? fault.At("faultcode").AsText();
        if (codes.Count == 0 && outer is not null && !(Local(outer) is "Sender" or "Receiver" or "Client" or "Server"))
            codes.Add(Named(outer));
        var words = fault.At("Reason", "Text").AsText() ?? fault.At("faultstring").AsText() ?? "";
        var detail = fault.At("Detail").AsText();
        var text = detail is null || detail == words ? words : words.Length == 0 ? detail : $"{words}: {detail}";
        return new SoapFault(codes.ToImmutable(), text.Length > MaxText ? text[..MaxText] + "..." : text);
    }

    private static string Named(string value) => "ter:" + (Local(value) is { Length: <= 60 } name ? name : "?");

    private static string Local(string code) => code.Trim()[(code.Trim().LastIndexOf(':') + 1)..];
}
