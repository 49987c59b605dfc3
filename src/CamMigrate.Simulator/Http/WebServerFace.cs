using Microsoft.AspNetCore.Http;

namespace CamMigrate.Simulator.Http;

/// <summary>Not a camera: every path answers with a page.</summary>
internal sealed class WebServerFace(CameraCounters counters) : ICameraFace
{
    public Task<Answer> AnswerAsync(HttpContext context, CancellationToken cancellationToken)
    {
        var operation = $"{context.Request.Method} {context.Request.Path}";
        if (HttpMethods.IsGet(context.Request.Method)) counters.Read(operation);
        else counters.Write(operation);
        return Task.FromResult(Answer.Html(200, "It works!"));
    }
}
