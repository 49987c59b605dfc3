using System.Net;
using CamMigrate.Simulator.Estates;
using CamMigrate.Simulator.Http;
using CamMigrate.Simulator.Video;
using CamMigrate.Simulator.Video.Rtsp;

namespace CamMigrate.Simulator;

/// <summary>
/// The video of one camera: its RTSP service, its snapshots, and the encoding that follows its settings.
/// </summary>
/// <param name="camera">The camera.</param>
/// <param name="engine">Encodes, for all cameras of the simulation.</param>
/// <param name="ledger">Logins of every protocol.</param>
/// <param name="atPath">The stream behind an RTSP path with its query.</param>
/// <param name="all">Every stream the camera has, by name.</param>
/// <param name="warn">Told of streams that cannot be encoded.</param>
internal sealed class CameraVideo(
    CameraSpec camera,
    VideoEngine engine,
    LoginLedger ledger,
    Func<string, VideoSettings?> atPath,
    Func<IEnumerable<(string Name, VideoSettings Settings)>> all,
    Action<string> warn) : IAsyncDisposable
{
    private RtspServer? server;

    /// <summary>Begins to serve; gives the port.</summary>
    /// <param name="port">TCP port; 0 takes a free one.</param>
    /// <exception cref="IOException">The port cannot be had.</exception>
    public int Start(int port)
    {
        try
        {
            server = RtspServer.Start(engine, new RtspServerOptions
            {
                Address = IPAddress.Parse(camera.Address),
                Port = port,
                Realm = camera.Login.Realm,
                PasswordOf = PasswordOf,
                // RTSP tells no client address; on loopback they are all one.
                LoginFailed = _ => ledger.Failed(IPAddress.Loopback, rtsp: true),
                Resolve = path => Encodable(path) is { } settings
                    ? new RtspStream(settings, camera.Faults.Stream)
                    : null,
            });
        }
        catch (System.Net.Sockets.SocketException e)
        {
            throw new IOException($"{camera.Name}: RTSP cannot listen on {camera.Address}: {e.Message}", e);
        }

        return server.EndPoint.Port;
    }

    /// <summary>Begins to encode what the settings say now.</summary>
    public void Prepare()
    {
        foreach (var (name, settings) in all())
        {
            if (IsEncodable(settings, name)) engine.Prepare(settings, $"{camera.Name}/{name}");
        }
    }

    /// <summary>A JPEG of a stream; null when it cannot be made.</summary>
    public async Task<byte[]?> SnapshotAsync(VideoSettings settings, CancellationToken cancellationToken)
    {
        try
        {
            return IsEncodable(settings, "snapshot") ? await engine.SnapshotAsync(settings, cancellationToken) : null;
        }
        catch (VideoException e)
        {
            warn($"{camera.Name}: {e.Message}");
            return null;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref server, null) is { } running) await running.DisposeAsync();
    }

    private string? PasswordOf(string username) =>
        ledger.IsLocked(IPAddress.Loopback) ? null : ledger.Find(username)?.Secret;

    private VideoSettings? Encodable(string path) =>
        atPath(path) is { } settings && IsEncodable(settings, path) ? settings : null;

    // Documents may speak of pictures that are too large to be encoded on a small machine.
    private bool IsEncodable(VideoSettings settings, string name)
    {
        try
        {
            VideoSettingsRules.Check(settings);
            return true;
        }
        catch (ArgumentException e)
        {
            warn($"{camera.Name}: {name} has no video: {e.Message}");
            return false;
        }
    }
}
