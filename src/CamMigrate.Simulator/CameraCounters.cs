using System.Collections.Immutable;

namespace CamMigrate.Simulator;

/// <summary>
/// What a virtual camera was asked: the ground on which tests claim that nothing was written or tried twice.
/// </summary>
/// <remarks>Safe to read while the camera runs.</remarks>
public sealed class CameraCounters
{
    private readonly Lock gate = new();
    private readonly List<string> operations = [];
    private readonly List<string> schemaErrors = [];
    private int requests, reads, writes, failedLogins, rtspFailedLogins, challenges, connections, basicLogins, replays, open;

    /// <summary>HTTP requests that arrived, challenged and faulty ones included.</summary>
    public int Requests => Volatile.Read(ref requests);

    /// <summary>Answered requests that ask (GET, SOAP Get…).</summary>
    public int Reads => Volatile.Read(ref reads);

    /// <summary>
    /// Requests that would change something (PUT, POST, DELETE, SOAP Set…/Create…/Delete…), refused ones included.
    /// </summary>
    public int Writes => Volatile.Read(ref writes);

    /// <summary>Logins refused for a wrong name or password over HTTP or SOAP, and over RTSP.</summary>
    public int FailedLogins => Volatile.Read(ref failedLogins) + RtspFailedLogins;

    /// <summary>Logins refused over RTSP; also part of <see cref="FailedLogins"/>.</summary>
    public int RtspFailedLogins => Volatile.Read(ref rtspFailedLogins);

    /// <summary>HTTP 401 answers, for whatever reason.</summary>
    public int Challenges => Volatile.Read(ref challenges);

    /// <summary>TCP connections that the HTTP listeners accepted.</summary>
    public int Connections => Volatile.Read(ref connections);

    /// <summary>TCP connections open now.</summary>
    public int OpenConnections => Volatile.Read(ref open);

    /// <summary>Requests that carried a password in Basic form.</summary>
    public int BasicLogins => Volatile.Read(ref basicLogins);

    /// <summary>Digest answers whose <c>nc</c> did not grow, and tokens whose nonce had been used.</summary>
    public int Replays => Volatile.Read(ref replays);

    /// <summary>Operations in the order of arrival: <c>GET System/deviceInfo</c>, <c>SetOSD</c>.</summary>
    public ImmutableArray<string> Operations
    {
        get
        {
            lock (gate) return [.. operations];
        }
    }

    /// <summary>
    /// SOAP messages, received or sent, that break the official schema; empty when no schemas are loaded.
    /// </summary>
    public ImmutableArray<string> SchemaErrors
    {
        get
        {
            lock (gate) return [.. schemaErrors];
        }
    }

    /// <summary>How often an operation arrived, its login accepted.</summary>
    /// <param name="operation">Name as in <see cref="Operations"/>.</param>
    public int Count(string operation) => Operations.Count(name => name == operation);

    internal void Request() => Interlocked.Increment(ref requests);

    internal void Challenge() => Interlocked.Increment(ref challenges);

    internal void Connection()
    {
        Interlocked.Increment(ref connections);
        Interlocked.Increment(ref open);
    }

    internal void Disconnection() => Interlocked.Decrement(ref open);

    internal void BasicLogin() => Interlocked.Increment(ref basicLogins);

    internal void Replay() => Interlocked.Increment(ref replays);

    internal void FailedLogin() => Interlocked.Increment(ref failedLogins);

    internal void RtspFailedLogin() => Interlocked.Increment(ref rtspFailedLogins);

    internal void Read(string operation)
    {
        Interlocked.Increment(ref reads);
        lock (gate) operations.Add(operation);
    }

    /// <summary>Counts a write and tells its number, 1 the first.</summary>
    internal int Write(string operation)
    {
        lock (gate) operations.Add(operation);
        return Interlocked.Increment(ref writes);
    }

    internal void SchemaError(string message)
    {
        lock (gate) schemaErrors.Add(message);
    }
}
