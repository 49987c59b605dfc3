using System.Net;
using System.Xml.Linq;
using CamMigrate.Simulator.Estates;
using CamMigrate.Simulator.Http;
using Microsoft.AspNetCore.Http;

namespace CamMigrate.Simulator.Onvif;

/// <summary>Whom an ONVIF camera answers: tokens, Digest, either or both, and what needs no login.</summary>
internal sealed class OnvifGate(CameraSpec camera, DigestGate digest, TokenGate token)
{
    private static readonly string[] Identity =
        ["GetDeviceInformation", "GetServices", "GetCapabilities", "GetServiceCapabilities"];

    /// <summary>Whether the login of a request is good enough.</summary>
    /// <param name="context">The request.</param>
    /// <param name="envelope">Its envelope.</param>
    /// <param name="call">The operation in it.</param>
    /// <param name="refusal">The answer where Digest refuses.</param>
    /// <exception cref="OnvifFault">The token is missing or wrong.</exception>
    public bool IsOpen(HttpContext context, XDocument envelope, XElement call, out Answer? refusal)
    {
        refusal = null;
        var login = camera.Login;
        var isClock = call.Name == Ns.Device + "GetSystemDateAndTime" && login.AnonymousClock;
        var isIdentity = login.AnonymousIdentity && Identity.Contains(call.Name.LocalName);
        if (isClock || isIdentity || (login.AnonymousReads && !OnvifOperations.IsWrite(call.Name.LocalName))) return true;
        var client = context.Connection.RemoteIpAddress ?? IPAddress.Loopback;
        var byDigest = login.Onvif switch
        {
            OnvifLogin.Token => false,
            OnvifLogin.Either => context.Request.Headers.Authorization.Count > 0 || !HasToken(envelope),
            _ => true,
        };
        if (byDigest)
        {
            var verdict = digest.Check(context);
            if (verdict != LoginVerdict.Accepted)
            {
                refusal = digest.Refuse(verdict, context);
                return false;
            }

            if (login.Onvif != OnvifLogin.Both) return true;
        }

        return token.Check(envelope, client) == LoginVerdict.Accepted ? true : throw OnvifFault.NotAuthorized();
    }

    private static bool HasToken(XDocument envelope) => envelope.Descendants(Ns.Security + "UsernameToken").Any();
}
