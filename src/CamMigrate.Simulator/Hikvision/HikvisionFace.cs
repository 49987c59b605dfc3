using System.Globalization;
using CamMigrate.Simulator.Http;
using CamMigrate.Simulator.Video;
using Microsoft.AspNetCore.Http;

namespace CamMigrate.Simulator.Hikvision;

/// <summary>
/// ISAPI as a camera answers it. Reading only: whatever would change something is counted and refused.
/// </summary>
internal sealed class HikvisionFace(
    HikvisionDevice device,
    DigestGate gate,
    CameraCounters counters,
    WriteFaults writes,
    Func<VideoSettings, CancellationToken, Task<byte[]?>> snapshot) : ICameraFace
{
    private const string StreamPrefix = "Streaming/channels/";
    private const string ProxyPrefix = "ContentMgmt/StreamingProxy/channels/";
    private const string LoginPage = "/doc/page/login.asp";
    private const string PictureSuffix = "/picture";
    private const string Backup = "System/configurationData";

    public async Task<Answer> AnswerAsync(HttpContext context, CancellationToken cancellationToken)
    {
        var prefix = device.Settings.Prefix;
        var path = IsapiPath.Of(context.Request, prefix);
        if (prefix != IsapiPath.Usual && path == LoginPage)
            return Answer.Html(200, $"/{prefix}/Security/userCheck");
        var verdict = gate.Check(context);
        if (verdict != LoginVerdict.Accepted) return gate.Refuse(verdict, context);
        var method = context.Request.Method;
        if (!HttpMethods.IsGet(method))
        {
            var number = counters.Write($"{method} {path}");
            var refusal = IsapiStatus.MethodNotAllowed(context.Request.Path, NamespaceOf(path));
            return refusal with { Operation = path, Fate = writes.FateOf(number) };
        }

        counters.Read($"GET {path}");
        // A rebrand with another prefix says nothing, and says it with 200.
        if (prefix != IsapiPath.Usual && IsapiPath.IsUsual(context.Request))
            return new Answer(200, "application/xml", []) { Operation = path };
        if (device.Settings.Refusals.TryGetValue(path, out var how)) return Refuse(how, path, context.Request.Path);
        if (path == Backup) return new Answer(200, "application/octet-stream", [.. "SIMCFG\0"u8, .. Serial()]) { Operation = path };
        if (PictureOf(path) is { } stream)
        {
            return await snapshot(stream, cancellationToken) is { } jpeg
                ? new Answer(200, "image/jpeg", jpeg) { Operation = path }
                : IsapiStatus.DeviceError(503, context.Request.Path, NamespaceOf(path));
        }

        return HikvisionDocuments.Find(device, path) is { } document
            ? Answer.Xml(200, IsapiNamespace.Put(document, NamespaceOf(path))) with { Operation = path }
            : Refuse(device.Settings.Unknown, path, context.Request.Path);
    }

    private byte[] Serial() => System.Text.Encoding.UTF8.GetBytes(device.Camera.Identity.SerialNumber);

    // A recorder has the pictures of cameras on the network under another path.
    private VideoSettings? PictureOf(string path)
    {
        var isProxy = path.StartsWith(ProxyPrefix, StringComparison.Ordinal);
        var prefix = isProxy ? ProxyPrefix : StreamPrefix;
        if (!path.StartsWith(prefix, StringComparison.Ordinal) || !path.EndsWith(PictureSuffix, StringComparison.Ordinal))
            return null;
        return int.TryParse(path.AsSpan(prefix.Length, path.Length - prefix.Length - PictureSuffix.Length),
            CultureInfo.InvariantCulture, out var id) && HikvisionProxies.IsProxied(device, id / 100) == isProxy
            ? HikvisionVideo.Settings(device, id)
            : null;
    }

    private Answer Refuse(string how, string path, string url) => how switch
    {
        "lowPrivilege" => IsapiStatus.LowPrivilege(url, NamespaceOf(path)),
        "notFound" => Answer.Html(404, "Document Error: Not Found"),
        "badRequest" => IsapiStatus.NotSupported(400, url, NamespaceOf(path)),
        "error" => IsapiStatus.DeviceError(500, url, NamespaceOf(path)),
        "dropped" => Answer.Dropped,
        "failingOk" => IsapiStatus.NotSupported(200, url, NamespaceOf(path)),
        _ => IsapiStatus.NotSupported(403, url, NamespaceOf(path)),
    };

    private System.Xml.Linq.XNamespace NamespaceOf(string path) =>
        IsapiNamespace.Named(device.Settings.Namespaces.GetValueOrDefault(path, device.Settings.Namespace));
}
