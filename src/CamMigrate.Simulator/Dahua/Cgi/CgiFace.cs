using CamMigrate.Simulator.Http;
using CamMigrate.Simulator.Video;
using Microsoft.AspNetCore.Http;

namespace CamMigrate.Simulator.Dahua.Cgi;

/// <summary>The part below <c>/cgi-bin</c>. Reading only: whatever else is counted, and changes nothing.</summary>
internal sealed class CgiFace(
    DahuaDevice device,
    DigestGate gate,
    CameraCounters counters,
    WriteFaults writes,
    Func<VideoSettings, CancellationToken, Task<byte[]?>> snapshot) : ICameraFace
{
    // One heartbeat, and no events.
    private static Answer Attached => new(200, "multipart/x-mixed-replace; boundary=myboundary",
        "--myboundary\r\nContent-Type: text/plain\r\nContent-Length: 9\r\n\r\nHeartbeat\r\n"u8.ToArray());

    public async Task<Answer> AnswerAsync(HttpContext context, CancellationToken cancellationToken)
    {
        var call = CgiCall.Of(context.Request);
        // A device without a password has no account that could log in, so no try is a wrong one either.
        var verdict = device.Settings.Initialised && !IsCrowded ? gate.Check(context) : LoginVerdict.Missing;
        if (verdict != LoginVerdict.Accepted) return Refuse(verdict, context);
        if (!call.IsRead) return Write(call);
        counters.Read(call.Operation);
        var answer = device.Settings.Refusals.TryGetValue(call.Key, out var how)
            ? DahuaRefusal.Of(how, call.Operation)
            : call.Action.Length == 0
                ? await PictureAsync(call, cancellationToken)
                : Read(call, context.Request.QueryString.Value ?? "");
        return answer with { Operation = call.Operation };
    }

    // Too many connections make logins fail, whatever their password.
    private bool IsCrowded =>
        device.Settings.Connections is { } most && counters.OpenConnections > most;

    private Answer Read(CgiCall call, string rawQuery)
    {
        if (call.Action == "attach") return Attached;
        if (call.Key == "configManager.getConfig" && !device.Settings.Answers.ContainsKey(call.Key))
        {
            var (table, refusal) = CgiConfig.Find(device, call, rawQuery);
            return table is null ? refusal : Text(table);
        }

        return CgiCalls.Find(device, call) is { } lines ? Text(lines) : DahuaRefusal.BadRequest;
    }

    private Answer Text(IEnumerable<string> lines) => new(
        200, device.IsOld ? "text/plain" : "text/plain;charset=utf-8", DahuaLines.Body(device, lines));

    private Answer Write(CgiCall call)
    {
        var number = counters.Write(call.Operation);
        var answer = device.Settings.AcceptsWrites ? DahuaRefusal.Plain(200, "OK\r\n") : DahuaRefusal.BadRequest;
        return answer with { Operation = call.Operation, Fate = writes.FateOf(number) };
    }

    // Pictures count channels from 1.
    private async Task<Answer> PictureAsync(CgiCall call, CancellationToken cancellationToken)
    {
        if (DahuaVideo.Settings(device, call.Channel ?? 1, 0) is not { } settings) return DahuaRefusal.BadRequest;
        return await snapshot(settings, cancellationToken) is { } jpeg
            ? new Answer(200, "image/jpeg", jpeg)
            : DahuaRefusal.Plain(503, "Error\r\n");
    }

    // A locked-out client sees the challenge again, as after a wrong password, or a plain refusal.
    private Answer Refuse(LoginVerdict verdict, HttpContext context) =>
        verdict != LoginVerdict.Locked ? gate.Refuse(verdict, context)
        : device.Camera.Login.LockStatus == 401 ? gate.Refuse(LoginVerdict.Missing, context)
        : DahuaRefusal.Forbidden;
}
