using System.Collections.Concurrent;

namespace CamMigrate.Streams;

/// <summary>One stream of a device at a time: many cameras have places for few viewers.</summary>
internal sealed class DeviceLocks
{
    private readonly ConcurrentDictionary<string, SemaphoreSlim> locks = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Waits until nobody else looks at this device.</summary>
    /// <param name="host">The device.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Frees the device when disposed.</returns>
    public async Task<IDisposable> EnterAsync(string host, CancellationToken cancellationToken)
    {
        var gate = locks.GetOrAdd(host, _ => new SemaphoreSlim(1));
        await gate.WaitAsync(cancellationToken);
        return new Turn(gate);
    }

    private sealed class Turn(SemaphoreSlim gate) : IDisposable
    {
        public void Dispose() => gate.Release();
    }
}
