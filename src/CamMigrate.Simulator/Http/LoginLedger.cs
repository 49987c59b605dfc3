using System.Collections.Concurrent;
using System.Net;
using CamMigrate.Simulator.Estates;

namespace CamMigrate.Simulator.Http;

/// <summary>
/// Counts failed logins per client address, for every protocol of one camera, and locks the address out.
/// </summary>
internal sealed class LoginLedger(CameraSpec camera, CameraCounters counters, TimeProvider time)
{
    private readonly ConcurrentDictionary<IPAddress, (int Failures, DateTimeOffset Last)> failures = new();

    public UserSpec? Find(string username) => camera.Users.FirstOrDefault(user => user.Username == username);

    public bool IsLocked(IPAddress client) => LockedSeconds(client) > 0;

    /// <summary>Seconds until the address may try again; 0 when it may now.</summary>
    public double LockedSeconds(IPAddress client)
    {
        if (!failures.TryGetValue(client, out var entry) || entry.Failures < camera.Login.LockAfter) return 0;
        var left = camera.Login.LockSeconds - (time.GetUtcNow() - entry.Last).TotalSeconds;
        if (left <= 0) failures.TryRemove(client, out _);
        return Math.Max(0, left);
    }

    public int TriesLeft(IPAddress client) =>
        Math.Max(0, camera.Login.LockAfter - (failures.TryGetValue(client, out var entry) ? entry.Failures : 0));

    public void Failed(IPAddress client, bool rtsp = false)
    {
        if (rtsp) counters.RtspFailedLogin();
        else counters.FailedLogin();
        failures.AddOrUpdate(client, _ => (1, time.GetUtcNow()), (_, entry) => (entry.Failures + 1, time.GetUtcNow()));
    }

    public void Succeeded(IPAddress client) => failures.TryRemove(client, out _);
}
