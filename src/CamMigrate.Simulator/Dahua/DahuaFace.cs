using CamMigrate.Simulator.Dahua.Cgi;
using CamMigrate.Simulator.Dahua.Rpc2;
using CamMigrate.Simulator.Http;
using Microsoft.AspNetCore.Http;

namespace CamMigrate.Simulator.Dahua;

/// <summary>A Dahua's web server: CGI, RPC2, and a first page.</summary>
internal sealed class DahuaFace(
    DahuaDevice device, CgiFace cgi, Rpc2Face rpc2, CameraCounters counters) : ICameraFace
{
    public Task<Answer> AnswerAsync(HttpContext context, CancellationToken cancellationToken)
    {
        var path = context.Request.Path.Value ?? "/";
        if (path.StartsWith(CgiCall.Root, StringComparison.Ordinal) && device.Settings.Cgi)
            return cgi.AnswerAsync(context, cancellationToken);
        if (device.Settings.Rpc2 && Rpc2Face.Serves(context.Request.Path))
            return rpc2.AnswerAsync(context, cancellationToken);
        var operation = $"{context.Request.Method} {path}";
        // Who looks for a service that is not there has changed nothing, whatever the method.
        if (HttpMethods.IsGet(context.Request.Method) || Rpc2Face.Serves(path)
            || context.Request.Path.StartsWithSegments("/onvif", StringComparison.Ordinal)) counters.Read(operation);
        else counters.Write(operation);
        var answer = path is "/" or "/index.htm"
            ? Answer.Html(200, device.Settings.Initialised ? "WEB SERVICE" : "Device Initialization")
            : Answer.Html(404, "Error 404: Not Found");
        return Task.FromResult(answer with { Operation = path });
    }
}
