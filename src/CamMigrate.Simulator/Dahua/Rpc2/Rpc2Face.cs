using System.Net;
using System.Text.Json.Nodes;
using CamMigrate.Simulator.Http;
using Microsoft.AspNetCore.Http;

namespace CamMigrate.Simulator.Dahua.Rpc2;

/// <summary>JSON calls in a session. Reading only: whatever else is counted, and changes nothing.</summary>
internal sealed class Rpc2Face(
    DahuaDevice device, LoginLedger ledger, CameraCounters counters, WriteFaults writes) : ICameraFace
{
    private const string LoginPath = "/RPC2_Login";
    private const string CallPath = "/RPC2";

    /// <summary>Calls that need no login; the state of a device from the factory is asked here.</summary>
    private const string AnonymousPath = "/OutsideCmd";

    private readonly Rpc2Sessions sessions = new(device);

    public static bool Serves(PathString path) => path.Value is LoginPath or CallPath or AnonymousPath;

    public async Task<Answer> AnswerAsync(HttpContext context, CancellationToken cancellationToken)
    {
        if (!HttpMethods.IsPost(context.Request.Method)) return Answer.Html(404, "Error 404: Not Found");
        var call = await Rpc2Message.ReadAsync(context.Request.Body, cancellationToken);
        if (call is null)
            return Rpc2Message.Send(
                new Rpc2Message("", null, null, null).Bad(Rpc2Errors.BadRequest, "Bad request!"));
        call = call with { Session = call.Session ?? Rpc2Login.Remembered(context.Request) };
        return AnswerOf(call, context) with { Operation = call.Operation };
    }

    private Answer AnswerOf(Rpc2Message call, HttpContext context)
    {
        if (context.Request.Path.Value == LoginPath)
        {
            counters.Read(call.Operation);
            var client = context.Connection.RemoteIpAddress ?? IPAddress.Loopback;
            return new Rpc2Login(device, sessions, ledger, counters).Answer(call, client);
        }

        if (context.Request.Path.Value == AnonymousPath) return Anonymous(call);
        if (!sessions.IsOpen(call.Session))
            return Rpc2Message.Send(call.Bad(Rpc2Errors.NoSession, "Invalid session in request data!"));
        if (!Asks(call)) return Write(call);
        counters.Read(call.Operation);
        return Rpc2Message.Send(call.Method == "system.multicall" ? Several(call) : Read(call));
    }

    private Answer Anonymous(Rpc2Message call)
    {
        if (!call.IsRead) return Write(call);
        counters.Read(call.Operation);
        return Rpc2Message.Send(call.Method == "DevInit.getStatus"
            ? call.Good(new JsonObject { ["Find"] = "BC", ["Init"] = device.Settings.Initialised ? 2 : 1 })
            : call.Bad(Rpc2Errors.NoMethod, "Method not found!"));
    }

    private JsonObject Read(Rpc2Message call)
    {
        if (call.Method == "global.keepAlive")
            return call.Good(new JsonObject { ["timeout"] = device.Settings.SessionSeconds });
        if (call.Method == "global.logout")
        {
            sessions.Close(call.Session!);
            return call.Good(null);
        }

        return !Rpc2Calls.Knows(call.Method) ? call.Bad(Rpc2Errors.NoMethod, "Method not found!")
            : Rpc2Calls.Find(device, call) is { } found ? call.Good(found)
            : call.Bad(Rpc2Errors.NoData, "No data!");
    }

    // Recorders answer reads inside such a call with a bare refusal.
    private JsonObject Several(Rpc2Message call) => call.Good(new JsonArray([.. Inner(call).Select(inner =>
        device.Settings.Recorder ? inner.Bad(Rpc2Errors.BadRequest, "Bad request!") : Read(inner))]));

    private static IEnumerable<Rpc2Message> Inner(Rpc2Message call) =>
        ((call.Parameters as JsonArray) ?? []).Select(Rpc2Message.Of).OfType<Rpc2Message>();

    private static bool Asks(Rpc2Message call) => call.IsRead
        && (call.Method != "system.multicall" || Inner(call).All(inner => inner.IsRead));

    private Answer Write(Rpc2Message call)
    {
        var number = counters.Write(call.Operation);
        var answer = device.Settings.AcceptsWrites
            ? call.Good(new JsonObject { ["options"] = new JsonArray() })
            : call.Bad(Rpc2Errors.BadRequest, "Bad request!");
        return Rpc2Message.Send(answer) with { Fate = writes.FateOf(number) };
    }
}
