using System.Collections.Concurrent;
using CamMigrate.Http;

namespace CamMigrate.Benchmarks;

/// <summary>Keeps what was asked, so that another client can ask the same.</summary>
internal sealed class RequestLog : IExchangeTap
{
    private readonly ConcurrentQueue<CameraRequest> asked = [];

    internal IReadOnlyList<CameraRequest> Asked => [.. asked];

    /// <inheritdoc/>
    public void Take(CameraRequest request, CameraResponse response) => asked.Enqueue(request);
}
