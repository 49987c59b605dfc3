using System.Text;
using System.Xml.Linq;
using CamMigrate.Simulator.Http;
using CamMigrate.Simulator.Onvif;
using Microsoft.AspNetCore.Http;

namespace CamMigrate.Simulator.Recorded;

/// <summary>
/// Serves a folder of recorded ONVIF answers: <c>media.GetProfiles.xml</c>, <c>imaging.GetOptions.TOKEN.xml</c>,
/// <c>device.GetDNS.fault.xml</c> or <c>GetProfiles.xml</c>, on every path. What was not recorded is not supported.
/// </summary>
internal sealed class RecordedSoapFace : ICameraFace
{
    private const string ContentType = "application/soap+xml; charset=utf-8";

    private static readonly Dictionary<XNamespace, string> Services = new()
    {
        [Ns.Device] = "device",
        [Ns.Media1] = "media",
        [Ns.Media2] = "media2",
        [Ns.Imaging] = "imaging",
        [Ns.Ptz] = "ptz",
        [Ns.Analytics] = "analytics",
        [Ns.DeviceIo] = "deviceio",
    };

    private readonly Dictionary<string, string> files;
    private readonly OnvifGate logins;
    private readonly CameraCounters counters;

    public RecordedSoapFace(string folder, OnvifGate logins, CameraCounters counters)
    {
        this.logins = logins;
        this.counters = counters;
        files = Directory.EnumerateFiles(folder, "*.xml")
            .ToDictionary(file => Path.GetFileNameWithoutExtension(file), StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>Whether a folder holds such answers.</summary>
    public static bool Fits(string folder) => Directory.EnumerateFiles(folder, "*.xml").Any();

    public async Task<Answer> AnswerAsync(HttpContext context, CancellationToken cancellationToken)
    {
        if (!HttpMethods.IsPost(context.Request.Method)) return Answer.Html(404, "Not Found");
        try
        {
            var envelope = await Soap.ReadAsync(context.Request.Body, cancellationToken);
            var call = Soap.Call(envelope)!;
            return logins.IsOpen(context, envelope, call, out var refusal)
                ? await RecordingAsync(call, cancellationToken)
                : refusal!;
        }
        catch (OnvifFault fault)
        {
            return Fault(fault, "");
        }
    }

    private async Task<Answer> RecordingAsync(XElement call, CancellationToken cancellationToken)
    {
        var operation = call.Name.LocalName;
        if (OnvifOperations.IsWrite(operation))
        {
            counters.Write(operation);
            throw OnvifFault.NotSupported(operation);
        }

        counters.Read(operation);
        if (Names(call).Where(files.ContainsKey).Select(name => files[name]).FirstOrDefault() is not { } file)
            return Fault(OnvifFault.NotSupported(operation), operation);
        var isFault = file.Contains(".fault.", StringComparison.Ordinal);
        // Some recordings have the exchange before it in the same file.
        var text = await File.ReadAllTextAsync(file, cancellationToken);
        var answer = text[Math.Max(0, text.LastIndexOf("<?xml", StringComparison.Ordinal))..];
        return new Answer(isFault ? 400 : 200, ContentType, Encoding.UTF8.GetBytes(answer)) { Operation = operation };
    }

    /// <summary>Names a recording of a call may have, the most particular first.</summary>
    private static IEnumerable<string> Names(XElement call)
    {
        var operation = call.Name.LocalName;
        var token = call.Elements().LastOrDefault()?.Value.Trim() ?? "";
        if (Services.TryGetValue(call.Name.Namespace, out var service))
        {
            string[] names = token.Length == 0 ? [] : [token, token.Replace(' ', '_')];
            foreach (var name in names) yield return $"{service}.{operation}.{name}";
            yield return $"{service}.{operation}";
            yield return $"{service}.{operation}.fault";
        }

        yield return operation;
    }

    private static Answer Fault(OnvifFault fault, string operation) =>
        Answer.Xml(fault.IsSender ? 400 : 500, Soap.Envelope(Soap.Fault(fault)), ContentType) with
        {
            Operation = operation,
        };
}
