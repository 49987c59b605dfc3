using System.Xml.Linq;
using CamMigrate.Simulator.Estates;
using CamMigrate.Simulator.Http;
using CamMigrate.Simulator.Onvif.Services;
using CamMigrate.Simulator.Video;
using Microsoft.AspNetCore.Http;

namespace CamMigrate.Simulator.Onvif;

/// <summary>ONVIF as a camera answers it that is hard to please.</summary>
internal sealed class OnvifFace(
    OnvifDevice device,
    DigestGate digest,
    OnvifGate logins,
    CameraCounters counters,
    WriteFaults writes,
    SchemaValidator? schemas,
    Func<VideoSettings, CancellationToken, Task<byte[]?>> snapshot,
    Action changed) : ICameraFace
{
    private const string ContentType = "application/soap+xml; charset=utf-8";
    private static readonly HashSet<string> MaskWrites = ["CreateMask", "SetMask", "DeleteMask"];

    private readonly Lock gate = new();

    public async Task<Answer> AnswerAsync(HttpContext context, CancellationToken cancellationToken)
    {
        var path = context.Request.Path.Value ?? "";
        if (path == MediaProfiles.SnapshotPath) return await SnapshotAsync(context, cancellationToken);
        if (!DeviceService.Paths.Contains(path)) return Answer.Html(404, "Not Found");
        if (!HttpMethods.IsPost(context.Request.Method)) return Answer.Html(405, "Method Not Allowed");
        try
        {
            var envelope = await Soap.ReadAsync(context.Request.Body, cancellationToken);
            var call = Soap.Call(envelope)!;
            return logins.IsOpen(context, envelope, call, out var refusal) ? Run(envelope, call) : refusal!;
        }
        catch (OnvifFault fault)
        {
            return Fault(fault, "");
        }
    }

    private async Task<Answer> SnapshotAsync(HttpContext context, CancellationToken cancellationToken)
    {
        var verdict = digest.Check(context);
        if (verdict != LoginVerdict.Accepted) return digest.Refuse(verdict, context);
        counters.Read("GET snapshot");
        var profile = context.Request.QueryString.Value?.TrimStart('?') ?? "";
        if (OnvifVideo.OfProfile(device, profile) is not { } settings) return Answer.Html(404, "Not Found");
        return await snapshot(settings, cancellationToken) is { } jpeg
            ? new Answer(200, "image/jpeg", jpeg) { Operation = "GET snapshot" }
            : Answer.Html(503, "Service Unavailable");
    }

    private Answer Run(XDocument envelope, XElement call)
    {
        var operation = call.Name.LocalName;
        var isWrite = OnvifOperations.IsWrite(operation);
        var number = 0;
        if (isWrite) number = counters.Write(operation);
        else counters.Read(operation);
        try
        {
            CheckRequest(envelope, call);
            var handler = OnvifOperations.Find(device, call.Name);
            if (isWrite && !writes.IsDone(number)) return Answer.Dropped;
            var content = Handle(handler, call, isWrite);
            var answer = Send(new XElement(call.Name.Namespace + (operation + "Response"), content), 200, operation);
            return answer with { Fate = isWrite ? writes.FateOf(number) : AnswerFate.Sent };
        }
        catch (OnvifFault fault)
        {
            return Unknown(fault, call) ?? Fault(fault, operation);
        }
    }

    private void CheckRequest(XDocument envelope, XElement call)
    {
        if (schemas?.ErrorOf(envelope) is { } error)
        {
            counters.SchemaError($"request {call.Name.LocalName}: {error}");
            throw OnvifFault.Invalid(error);
        }

        ElementOrder.Check(call);
    }

    private object?[] Handle(OnvifOperation handler, XElement call, bool isWrite)
    {
        object?[] content;
        lock (gate)
        {
            var before = device.State;
            content = handler(device, call);
            if (Ignores(call.Name.LocalName)) device.State = before;
        }

        if (isWrite) changed();
        return content;
    }

    private bool Ignores(string operation) => device.Camera.Faults.AcceptsAndIgnores.Contains(operation)
        || (device.Camera.Faults.Masks == MaskFault.AcceptsAndIgnores && MaskWrites.Contains(operation));

    private Answer? Unknown(OnvifFault fault, XElement call)
    {
        if (fault.Subcodes[0] != "ActionNotSupported") return null;
        return device.Settings.UnknownOperation switch
        {
            UnknownOperation.Close => Answer.Dropped,
            // Not checked against the schema: an empty answer is the fault that this camera has.
            UnknownOperation.EmptyOk => Answer.Xml(
                200, Soap.Envelope(new XElement(call.Name.Namespace + (call.Name.LocalName + "Response"))),
                ContentType),
            _ => null,
        };
    }

    private Answer Fault(OnvifFault fault, string operation) =>
        Send(Soap.Fault(fault), device.Settings.FaultStatus ?? (fault.IsSender ? 400 : 500), operation);

    private Answer Send(XElement body, int status, string operation)
    {
        var envelope = new XDocument(Soap.Envelope(body));
        if (schemas?.ErrorOf(envelope) is not { } error)
            return Answer.Xml(status, envelope.Root!, ContentType) with { Operation = operation };
        counters.SchemaError($"answer {operation}: {error}");
        return new Answer(500, "text/plain", System.Text.Encoding.UTF8.GetBytes(error));
    }
}
