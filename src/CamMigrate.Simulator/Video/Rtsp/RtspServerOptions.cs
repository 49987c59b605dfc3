using System.Net;

namespace CamMigrate.Simulator.Video.Rtsp;

/// <summary>One virtual camera's RTSP service. The delegates are called on any thread.</summary>
public sealed record RtspServerOptions
{
    /// <summary>Address to listen on.</summary>
    public required IPAddress Address { get; init; }

    /// <summary>TCP port; 0 takes a free one, see <see cref="RtspServer.EndPoint"/>.</summary>
    public int Port { get; init; }

    /// <summary>Realm of the digest login.</summary>
    public string Realm { get; init; } = "IP Camera";

    /// <summary>The password of a user; null when there is no such user or the account is locked.</summary>
    public required Func<string, string?> PasswordOf { get; init; }

    /// <summary>
    /// Told the user name once per refused login; a request without a login or with an outdated nonce is none.
    /// </summary>
    public Action<string>? LoginFailed { get; init; }

    /// <summary>
    /// What an RTSP path with its query (<c>/Streaming/Channels/101?x=y</c>) shows now; null answers 404. Asked again
    /// every second while a viewer watches: when the settings have become others, the viewer is dropped.
    /// </summary>
    public required Func<string, RtspStream?> Resolve { get; init; }

    /// <summary>How long a viewer may be silent, advertised in the session and enforced with a little grace.</summary>
    public TimeSpan SessionTimeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How long a viewer may take to receive one picture before it is dropped.</summary>
    public TimeSpan SendTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How long a nonce is good on a connection other than the one it was given on.</summary>
    public TimeSpan NonceLifetime { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>Connections at once; further ones are closed.</summary>
    public int MaxConnections { get; init; } = 64;
}
