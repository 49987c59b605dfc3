using System.Xml.Linq;
using CamMigrate.Core.Errors;
using CamMigrate.Http;

namespace CamMigrate.Onvif.Soap;

/// <summary>What came back for one operation: its response element, or a fault.</summary>
/// <param name="Response">The response; null where it is a fault.</param>
/// <param name="Fault">The fault; null where it is a response.</param>
internal sealed record SoapAnswer(XElement? Response, SoapFault? Fault)
{
    private const string NoOnvif =
        "there is no ONVIF service at this address. Switch ONVIF on in the camera's own page, and check address and port.";

    /// <summary>Reads an answer. The body counts, whatever the status: faults come with 200, 400, 500 and
    /// 501.</summary>
    /// <exception cref="CameraException">It is neither a response nor a fault.</exception>
    internal static SoapAnswer Read(CameraResponse answer, XName operation)
    {
        if (!answer.IsSuccess && !LooksLikeXml(answer.Body)) throw Failure(answer);
        var root = Parse(answer);
        if (SoapEnvelope.Body(root) is not { } body)
            throw Bad(answer, "the answer is XML, but no SOAP answer. Is this the address and port of an ONVIF camera?");
        if (SoapFault.Parse(body) is { } fault) return new SoapAnswer(null, fault);
        if (!answer.IsSuccess) throw Failure(answer);
        // Servers that do not know an operation answer with nothing at all, or with an empty response.
        var response = body.Elements().FirstOrDefault() ?? new XElement(operation + "Response");
        return response.Name.LocalName.Equals(operation.LocalName + "Response", StringComparison.OrdinalIgnoreCase)
            ? new SoapAnswer(response, null)
            : throw Bad(answer, $"the answer is {Printable.Clip(response.Name.LocalName)}, which belongs to another operation. Try again.");
    }

    /// <summary>The error for a fault.</summary>
    internal static CameraException Error(SoapFault fault, CameraResponse answer, CameraError reason) =>
        new(reason, answer.Request, Words(fault, reason)) { Code = fault.Code, HttpStatus = answer.Status };

    private static XElement Parse(CameraResponse answer)
    {
        try
        {
            return CameraXml.Parse(answer.Body, answer.Request, "a SOAP answer", tolerant: true);
        }
        catch (CameraException) when (SoapEnvelope.WithoutHeader(answer.Body) is { } rest)
        {
            // Some answer with a header that is never closed; nothing in it is for us.
            return CameraXml.Parse(rest, answer.Request, "a SOAP answer", tolerant: true);
        }
    }

    private static string Words(SoapFault fault, CameraError reason)
    {
        var said = Printable.Clip(fault.Text, 200);
        var words = (fault.Code, said) switch
        {
            (null, "") => "it gave no reason",
            ({ } code, "") => code,
            (null, _) => $"'{said}'",
            var (code, text) => $"{code} '{text}'",
        };
        return reason == CameraError.NotSupported ? $"the camera does not have this operation: {words}."
            : $"the camera refused: {words}.";
    }

    private static CameraException Failure(CameraResponse answer) => answer.Status switch
    {
        404 or 405 or 410 or 501 =>
            new(CameraError.NotSupported, answer.Request, NoOnvif) { HttpStatus = answer.Status },
        _ => Bad(answer, FormattableString.Invariant(
            $"the camera answered with HTTP status {answer.Status} and no SOAP answer. Try again in a minute.")),
    };

    private static CameraException Bad(CameraResponse answer, string detail) =>
        new(CameraError.BadResponse, answer.Request, detail) { HttpStatus = answer.Status };

    private static bool LooksLikeXml(ReadOnlySpan<byte> body) =>
        body[..Math.Min(body.Length, 4096)].IndexOf("Envelope"u8) >= 0;
}
