using System.Text;
using CamMigrate.Simulator.Dahua;
using CamMigrate.Simulator.Dahua.Cgi;
using CamMigrate.Simulator.Dahua.Rpc2;
using CamMigrate.Simulator.Http;
using Microsoft.AspNetCore.Http;

namespace CamMigrate.Simulator.Recorded;

/// <summary>
/// Serves a folder of recorded CGI answers: <c>configManager.getConfig.X.txt</c>, <c>magicBox.getSystemInfo.txt</c>,
/// <c>X.http403.txt</c> for what was refused.
/// </summary>
internal sealed class RecordedDahuaFace(string folder, DigestGate gate, CameraCounters counters) : ICameraFace
{
    private const string TableCall = "configManager.getConfig";

    /// <summary>Stands for any table that the device did not have.</summary>
    private const string AnyUnknown = "UNKNOWN-NAME";

    private readonly List<RecordedCgiFile> files = RecordedCgiFile.In(folder);

    /// <summary>Whether a folder holds such answers, and none of ISAPI.</summary>
    public static bool IsRecording(string folder) =>
        Directory.Exists(folder) && !Directory.Exists(Path.Combine(folder, "ISAPI"))
        && RecordedCgiFile.In(folder).Count > 0;

    public async Task<Answer> AnswerAsync(HttpContext context, CancellationToken cancellationToken)
    {
        var path = context.Request.Path.Value ?? "/";
        if (!path.StartsWith(CgiCall.Root, StringComparison.Ordinal))
        {
            // Who looks for RPC2 where there is none has changed nothing.
            if (HttpMethods.IsGet(context.Request.Method) || Rpc2Face.Serves(path)) counters.Read($"GET {path}");
            else counters.Write($"{context.Request.Method} {path}");
            return Answer.Html(404, "Error 404: Not Found");
        }

        var verdict = gate.Check(context);
        if (verdict != LoginVerdict.Accepted) return gate.Refuse(verdict, context);
        var call = CgiCall.Of(context.Request);
        if (!call.IsRead)
        {
            counters.Write(call.Operation);
            return DahuaRefusal.BadRequest with { Operation = call.Operation };
        }

        counters.Read(call.Operation);
        var answer = call.Key == TableCall && !call.Names.IsEmpty
            ? await TableAsync(call.Names[0], cancellationToken)
            : await CallAsync(call, cancellationToken);
        return answer with { Operation = call.Operation };
    }

    private async Task<Answer> TableAsync(string name, CancellationToken cancellationToken)
    {
        if (Find(TableCall, name) is { } whole) return await SendAsync(whole, cancellationToken);
        var head = name.Split('[', '.')[0];
        if (head != name && Find(TableCall, head) is { Status: 200 } table)
        {
            var lines = await File.ReadAllLinesAsync(table.Path, Encoding.Latin1, cancellationToken);
            var wanted = lines.Where(line => line.StartsWith("table." + name, StringComparison.Ordinal));
            return Plain(200, Encoding.Latin1.GetBytes(string.Concat(wanted.Select(line => line + "\r\n"))));
        }

        // A table that was recorded in parts only.
        var parts = files.Where(file => file.Call == TableCall && file.Status == 200
            && (file.Argument.StartsWith(name + "[", StringComparison.Ordinal)
                || file.Argument.StartsWith(name + ".", StringComparison.Ordinal))).ToList();
        if (parts.Count > 0)
        {
            var bodies = await Task.WhenAll(parts.Select(part => File.ReadAllBytesAsync(part.Path, cancellationToken)));
            return Plain(200, [.. bodies.SelectMany(body => body)]);
        }

        return Find(TableCall, AnyUnknown) is { } unknown
            ? await SendAsync(unknown, cancellationToken)
            : DahuaRefusal.BadRequest;
    }

    private async Task<Answer> CallAsync(CgiCall call, CancellationToken cancellationToken)
    {
        var arguments = call.Query.Where(pair => pair.Key != "action").ToList();
        var named = string.Join('&', arguments.Select(pair => $"{pair.Key}={pair.Value}"));
        var file = Find(call.Key, named) ?? Find(call.Key, string.Join('&', arguments.Select(pair => pair.Value)))
            ?? Find(call.Key, "")
            ?? (arguments.Count == 0 ? files.Find(any => any.Call == call.Key) : null);
        return file is null ? DahuaRefusal.BadRequest : await SendAsync(file, cancellationToken);
    }

    private RecordedCgiFile? Find(string call, string argument) =>
        files.Find(file => file.Call == call && file.Argument == argument);

    private static async Task<Answer> SendAsync(RecordedCgiFile file, CancellationToken cancellationToken) =>
        Plain(file.Status, await File.ReadAllBytesAsync(file.Path, cancellationToken));

    private static Answer Plain(int status, byte[] body) => new(
        status, body.AsSpan().StartsWith("{"u8) ? "application/json" : "text/plain;charset=utf-8", body);
}
