using System.Xml.Linq;
using CamMigrate.Simulator.Estates;
using CamMigrate.Simulator.Http;
using Microsoft.AspNetCore.Http;

namespace CamMigrate.Simulator.Hikvision;

/// <summary>
/// What a camera says before any login: whether it has a password. One that has none refuses all else, logins included.
/// </summary>
internal sealed class ActivationFace(HikvisionSpec camera, ICameraFace activated, CameraCounters counters) : ICameraFace
{
    private const string StatusPath = "/SDK/activateStatus";

    public Task<Answer> AnswerAsync(HttpContext context, CancellationToken cancellationToken)
    {
        var request = context.Request;
        if (HttpMethods.IsGet(request.Method) && request.Path == StatusPath)
        {
            counters.Read($"GET {StatusPath}");
            return Task.FromResult(Answer.Xml(200, IsapiNamespace.Put(Status(), Namespace)) with { Operation = StatusPath });
        }

        if (camera.Activated) return activated.AnswerAsync(context, cancellationToken);
        // What ONVIF is asked for it says in the body; to say that it is off is no write.
        if (HttpMethods.IsGet(request.Method) || request.Path.StartsWithSegments("/onvif", StringComparison.Ordinal))
            counters.Read($"{request.Method} {request.Path}");
        else counters.Write($"{request.Method} {request.Path}");
        return Task.FromResult(IsapiStatus.NotActivated(request.Path, Namespace));
    }

    private XNamespace Namespace => IsapiNamespace.Named(camera.Namespace);

    private XElement Status() => new("ActivateStatus", new XElement("Activated", camera.Activated));
}
