using System.Net;
using CamMigrate.Http;

namespace CamMigrate.Benchmarks;

/// <summary>A client that keeps nothing: each request connects, is challenged, and answers; .NET's own HTTP and Digest.
/// </summary>
internal static class AfreshClient
{
    /// <summary>Asks again what was asked, one after another.</summary>
    internal static async Task AskAsync(string address, IEnumerable<CameraRequest> requests)
    {
        foreach (var request in requests)
        {
            var place = new Uri($"http://{address}");
            var login = new NetworkCredential(BenchmarkCameras.UserName, BenchmarkCameras.Word);
            using var handler = new SocketsHttpHandler { Credentials = new CredentialCache { { place, "Digest", login } } };
            using var client = new HttpClient(handler);
            using var message = new HttpRequestMessage(request.Method, new Uri(place, request.Path));
            if (request.Body is { } body) message.Content = new ReadOnlyMemoryContent(body);
            if (request.ContentType is { } type)
                message.Content?.Headers.TryAddWithoutValidation("Content-Type", type);
            using var answer = await client.SendAsync(message);
            await answer.Content.ReadAsByteArrayAsync();
        }
    }
}
