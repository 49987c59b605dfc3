using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;

namespace CamMigrate.Simulator.Dahua.Rpc2;

/// <summary>Challenges given out and sessions open.</summary>
internal sealed class Rpc2Sessions(DahuaDevice device)
{
    private const int Most = 1000;

    private readonly ConcurrentDictionary<string, string> challenges = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, DateTimeOffset> open = new(StringComparer.Ordinal);

    /// <summary>A new session that is not logged in, and its random text.</summary>
    public (string Session, string Random) Challenge()
    {
        if (challenges.Count > Most) challenges.Clear();
        var session = NewId();
        return (session, challenges[session] = Digits(8));
    }

    /// <summary>The random text of a challenge, once; null when there is none.</summary>
    public string? TakeChallenge(string? session) =>
        session is not null && challenges.TryRemove(session, out var random) ? random : null;

    /// <summary>Opens a session: old firmware keeps the challenge's, new firmware gives another one.</summary>
    public string Open(string challenged)
    {
        var session = device.IsNew ? NewId() : challenged;
        open[session] = device.Time.GetUtcNow();
        return session;
    }

    /// <summary>Whether a session lives; asking keeps it alive.</summary>
    public bool IsOpen(string? session)
    {
        if (session is null || !open.TryGetValue(session, out var seen)) return false;
        var now = device.Time.GetUtcNow();
        if (now - seen > TimeSpan.FromSeconds(device.Settings.SessionSeconds))
        {
            open.TryRemove(session, out _);
            return false;
        }

        open[session] = now;
        return true;
    }

    public void Close(string session) => open.TryRemove(session, out _);

    private string NewId() => device.IsNew
        ? Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16))
        : Digits(9);

    private static string Digits(int count)
    {
        var number = RandomNumberGenerator.GetInt32((int)Math.Pow(10, count - 1), (int)Math.Pow(10, count));
        return number.ToString(CultureInfo.InvariantCulture);
    }
}
