namespace CamMigrate.Http;

/// <summary>Bounds and permissions of a session.</summary>
public sealed record CameraHttpOptions
{
    /// <summary>Most connections that one session may open.</summary>
    public const int MaxConnections = 16;

    /// <summary>
    /// Connections, and so requests under way at once, 1 to <see cref="MaxConnections"/>; default 1. A camera that does
    /// not serve so many is asked over fewer.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">It is none of these.</exception>
    public int Connections
    {
        get;
        init => field = value is >= 1 and <= MaxConnections
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "1 to 16 connections");
    } = 1;

    /// <summary>Time to connect, TLS included; default 4 s.</summary>
    public TimeSpan ConnectTimeout { get; init; } = TimeSpan.FromSeconds(4);

    /// <summary>Time for one whole exchange; default 10 s.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>What one answer may take before a reading session counts it as waiting; default 1 s.</summary>
    public TimeSpan UsualAnswer { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Waiting beyond usual answers after which a reading session sends nothing more; default 2 min.</summary>
    public TimeSpan ReadingPatience { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>Time after which a reading session sends nothing more; default 20 min.</summary>
    public TimeSpan LongestReading { get; init; } = TimeSpan.FromMinutes(20);

    /// <summary>Longest answer, bytes; default 8 MiB.</summary>
    public int MaxBody { get; init; } = 8 << 20;

    /// <summary>Longest header block of an answer, KiB; default 64.</summary>
    public int MaxHeadersKib { get; init; } = 64;

    /// <summary>Whether the password may be sent readable (Basic) outside TLS; default false.</summary>
    public bool AllowBasicOverHttp { get; init; }

    /// <summary>True: only requests that cannot change a camera leave this program.</summary>
    public bool ReadOnly { get; init; }

    /// <summary>Remembers certificates; null = any self-signed certificate is taken.</summary>
    public ICertificatePins? Pins { get; init; }

    /// <summary>Sees every final answer; null = nobody does.</summary>
    public IExchangeTap? Tap { get; init; }

    /// <summary>Clock for time limits.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;
}
