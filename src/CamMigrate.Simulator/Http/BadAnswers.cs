using System.Text;
using CamMigrate.Simulator.Estates;
using Microsoft.AspNetCore.Http;

namespace CamMigrate.Simulator.Http;

/// <summary>Answers that no client should swallow, in place of a good one.</summary>
internal static class BadAnswers
{
    private const int OversizedChunks = 4096;
    private const int OversizedChunkSize = 64 * 1024;

    public static async Task WriteAsync(
        HttpContext context, Answer good, FaultSpec faults, CancellationToken cancellationToken)
    {
        var response = context.Response;
        response.ContentType = good.ContentType;
        switch (faults.Http)
        {
            case HttpFault.Html:
                response.ContentType = "text/html";
                await response.Body.WriteAsync(Answer.Html(200, "Index").Body, cancellationToken);
                break;
            case HttpFault.Truncated:
                await response.Body.WriteAsync(good.Body.AsMemory(0, good.Body.Length / 2), cancellationToken);
                break;
            case HttpFault.EntityBomb:
                await response.Body.WriteAsync(EntityBomb(), cancellationToken);
                break;
            case HttpFault.Redirect:
                response.StatusCode = 302;
                response.Headers.Location = faults.RedirectTo;
                break;
            case HttpFault.Oversized:
                await StreamAsync(
                    response, OversizedChunks, new string(' ', OversizedChunkSize), TimeSpan.Zero, cancellationToken);
                break;
            case HttpFault.Slow:
                await StreamAsync(response, int.MaxValue, " ", TimeSpan.FromMilliseconds(200), cancellationToken);
                break;
            default:
                context.Abort();
                break;
        }
    }

    private static async Task StreamAsync(
        HttpResponse response, int chunks, string filler, TimeSpan pause, CancellationToken cancellationToken)
    {
        await response.Body.WriteAsync(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?><DeviceInfo>"u8.ToArray(), cancellationToken);
        var bytes = Encoding.ASCII.GetBytes(filler);
        for (var i = 0; i < chunks; i++)
        {
            await response.Body.WriteAsync(bytes, cancellationToken);
            await response.Body.FlushAsync(cancellationToken);
            if (pause > TimeSpan.Zero) await Task.Delay(pause, cancellationToken);
        }
    }

    // Ten entities of ten each: 10^10 characters from 500 bytes.
    private static byte[] EntityBomb()
    {
        var text = new StringBuilder("<?xml version=\"1.0\"?>\n<!DOCTYPE DeviceInfo [\n<!ENTITY e0 \"ha\">\n");
        for (var i = 1; i <= 10; i++)
            text.Append(
                System.Globalization.CultureInfo.InvariantCulture,
                $"<!ENTITY e{i} \"{string.Concat(Enumerable.Repeat($"&e{i - 1};", 10))}\">\n");
        return Encoding.UTF8.GetBytes(
            text.Append("]>\n<DeviceInfo><deviceName>&e10;</deviceName></DeviceInfo>").ToString());
    }
}
