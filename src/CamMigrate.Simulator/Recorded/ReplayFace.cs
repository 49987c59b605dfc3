using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using CamMigrate.Simulator.Http;
using CamMigrate.Simulator.Onvif;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace CamMigrate.Simulator.Recorded;

/// <summary>
/// Answers as <c>read --record</c> heard it: each recorded request with the recorded bytes and status, others with 404.
/// </summary>
internal sealed class ReplayFace(RecordedRequests recording, RpcReplay rpc, DigestGate gate, CameraCounters counters)
    : ICameraFace
{
    private const string Clock = "GetSystemDateAndTime";

    public async Task<Answer> AnswerAsync(HttpContext context, CancellationToken cancellationToken)
    {
        var target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        if (HttpMethods.IsPost(context.Request.Method)) return await CallAsync(context, target, cancellationToken);
        if (Refusal(context) is { } refusal) return refusal;
        if (!HttpMethods.IsGet(context.Request.Method))
        {
            counters.Write($"{context.Request.Method} {target}");
            return Answer.Html(405, "Method Not Allowed");
        }

        counters.Read($"GET {target}");
        return await AnswerAsync("GET", target, null, cancellationToken) with { Operation = target };
    }

    private async Task<Answer> CallAsync(HttpContext context, string target, CancellationToken cancellationToken)
    {
        if (recording.HasCalls && target is RpcReplay.LoginPath or RpcReplay.CallPath)
            return await RpcAsync(context, target, cancellationToken);
        RequestCall? call;
        try
        {
            call = RequestCall.Soap(await Soap.ReadAsync(context.Request.Body, cancellationToken));
        }
        catch (OnvifFault)
        {
            return Answer.Html(400, "Bad Request");
        }

        // A client reads the clock before it can log in.
        var isClock = call is not null && call.Operation.EndsWith("}" + Clock, StringComparison.Ordinal);
        if (!isClock && Refusal(context) is { } refusal) return refusal;
        var name = call?.Operation ?? "";
        counters.Read(name[(name.IndexOf('}', StringComparison.Ordinal) + 1)..]);
        return await AnswerAsync("POST", target, call, cancellationToken) with { Operation = name };
    }

    private async Task<Answer> RpcAsync(HttpContext context, string target, CancellationToken cancellationToken)
    {
        try
        {
            var client = context.Connection.RemoteIpAddress ?? IPAddress.Loopback;
            return await JsonNode.ParseAsync(
                context.Request.Body, cancellationToken: cancellationToken) is JsonObject call
                ? await rpc.AnswerAsync(target, call, client, cancellationToken)
                : Answer.Html(400, "Bad Request");
        }
        catch (JsonException)
        {
            return Answer.Html(400, "Bad Request");
        }
    }

    private Answer? Refusal(HttpContext context) =>
        gate.Check(context) is var verdict && verdict == LoginVerdict.Accepted ? null : gate.Refuse(verdict, context);

    private async Task<Answer> AnswerAsync(
        string method, string target, RequestCall? call, CancellationToken cancellationToken) =>
        await recording.FindAsync(method, target, call, cancellationToken) ?? Answer.Html(404, "Not Found");
}
