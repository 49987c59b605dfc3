using System.Text.Json;
using System.Xml.Linq;
using CamMigrate.Simulator.Hikvision;
using CamMigrate.Simulator.Http;
using Microsoft.AspNetCore.Http;

namespace CamMigrate.Simulator.Recorded;

/// <summary>
/// Serves a folder of recorded ISAPI answers: <c>ISAPI/**.xml</c>, and <c>_http_status.json</c> for what was refused.
/// </summary>
internal sealed class RecordedFace : ICameraFace
{
    private readonly Dictionary<string, string> files;
    private readonly Dictionary<string, JsonElement> statuses = new(StringComparer.Ordinal);
    private readonly DigestGate gate;
    private readonly CameraCounters counters;

    public RecordedFace(string folder, DigestGate gate, CameraCounters counters)
    {
        this.gate = gate;
        this.counters = counters;
        var root = Path.Combine(folder, "ISAPI");
        files = Directory.Exists(root)
            ? Directory.EnumerateFiles(root, "*.xml", SearchOption.AllDirectories)
                .ToDictionary(file => Path.GetRelativePath(root, file)[..^4].Replace('\\', '/'), StringComparer.Ordinal)
            : [];
        var statusFile = Path.Combine(folder, "_http_status.json");
        if (!File.Exists(statusFile)) return;
        using var json = JsonDocument.Parse(File.ReadAllText(statusFile));
        foreach (var entry in json.RootElement.EnumerateObject()) statuses[entry.Name] = entry.Value.Clone();
    }

    public async Task<Answer> AnswerAsync(HttpContext context, CancellationToken cancellationToken)
    {
        var verdict = gate.Check(context);
        if (verdict != LoginVerdict.Accepted) return gate.Refuse(verdict, context);
        var path = IsapiPath.Of(context.Request);
        if (!HttpMethods.IsGet(context.Request.Method))
        {
            counters.Write($"{context.Request.Method} {path}");
            return IsapiStatus.MethodNotAllowed(context.Request.Path, XNamespace.None) with { Operation = path };
        }

        counters.Read($"GET {path}");
        return await RecordingAsync(path, context.Request.Path, cancellationToken) with { Operation = path };
    }

    private async Task<Answer> RecordingAsync(string path, string url, CancellationToken cancellationToken)
    {
        if (statuses.TryGetValue(path, out var status))
        {
            // A status that is not a number is a connection that broke while the recording was made.
            if (status.ValueKind != JsonValueKind.Number) return Answer.Dropped;
            if (status.GetInt32() is var code and not 200)
                return code == 404
                    ? Answer.Html(404, "Document Error: Not Found")
                    : IsapiStatus.NotSupported(code, url, XNamespace.None);
        }

        if (!files.TryGetValue(path, out var file)) return Answer.Html(404, "Document Error: Not Found");
        return new Answer(
            200, "application/xml; charset=\"UTF-8\"", await File.ReadAllBytesAsync(file, cancellationToken));
    }
}
