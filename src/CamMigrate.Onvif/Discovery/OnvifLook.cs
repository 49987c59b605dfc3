using System.Net;
using System.Xml.Linq;
using CamMigrate.Core.Discovery;
using CamMigrate.Core.Errors;
using CamMigrate.Core.Ports;
using CamMigrate.Http;
using CamMigrate.Onvif.Soap;
using Microsoft.Extensions.Logging;

namespace CamMigrate.Onvif.Discovery;

/// <summary>Whether a port speaks ONVIF: asks for the clock, which needs no login.</summary>
/// <param name="options">Bounds of the exchange; it is made read-only here.</param>
/// <param name="logger">Takes a line per exchange.</param>
public sealed class OnvifLook(CameraHttpOptions options, ILogger logger) : IPortLook
{
    private static readonly XName Clock = OnvifNames.Tds + "GetSystemDateAndTime";

    /// <inheritdoc/>
    public bool IsOfWeb => true;

    /// <inheritdoc/>
    public bool IsOfOnvif => true;

    /// <inheritdoc/>
    public async Task<PortAnswer?> LookAsync(IPEndPoint at, CancellationToken cancellationToken)
    {
        await using var http = new CameraHttp(Claim.Address(at), null, new LoginRefusals(), options with { ReadOnly = true }, logger);
        try
        {
            var answer = await http.SendAsync(Request(), cancellationToken);
            // Who asks for a login even here may have it on or off.
            return Speaks(answer) ? new PortAnswer { Vendor = null, Onvif = true }
                : answer.Status == 401 ? null : new PortAnswer { Onvif = false };
        }
        catch (CameraException)
        {
            return null; // no web server
        }
    }

    private static CameraRequest Request() => new(HttpMethod.Post, "/onvif/device_service")
    {
        Body = SoapEnvelope.Write(new XElement(Clock), security: null),
        ContentType = SoapEnvelope.ContentType(Clock),
        Anonymous = true,
        IsWrite = false,
        Name = OnvifNames.Display(Clock),
    };

    private static bool Speaks(CameraResponse answer)
    {
        try
        {
            var root = CameraXml.Parse(answer.Body, answer.Request, "a SOAP envelope", tolerant: true);
            return SoapEnvelope.Body(root)?.Elements().FirstOrDefault() is { } said
                && (said.Name.LocalName == Clock.LocalName + "Response" || IsFaultOfOnvif(said));
        }
        catch (CameraException)
        {
            return false; // a page, or nothing
        }
    }

    /// <summary>Other devices speak SOAP, too.</summary>
    private static bool IsFaultOfOnvif(XElement said) => said.Name.LocalName == "Fault"
        && said.DescendantsAndSelf().Any(e => e.Value.Contains("ter:", StringComparison.Ordinal));
}
