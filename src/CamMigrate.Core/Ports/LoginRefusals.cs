using System.Collections.Concurrent;
using CamMigrate.Core.Errors;

namespace CamMigrate.Core.Ports;

/// <summary>Remembers refused logins, so that no protocol tries one again: cameras lock accounts.</summary>
/// <remarks>One instance serves the whole process; HTTP, SOAP, RTSP and snapshots all ask it first.</remarks>
public sealed class LoginRefusals
{
    private readonly ConcurrentDictionary<(string Host, string User), string> refused = new();

    /// <summary>How many logins were refused.</summary>
    public int Count => refused.Count;

    /// <summary>Notes a refusal and returns the error to throw.</summary>
    /// <param name="host">The camera.</param>
    /// <param name="userName">The user that was refused.</param>
    /// <param name="request">Camera and request, for the message.</param>
    public CameraException Refuse(string host, string userName, string request)
    {
        refused.TryAdd((Key(host), userName), request);
        return Refusal(request, userName);
    }

    /// <summary>Throws when this user was refused on this camera before.</summary>
    /// <param name="host">The camera.</param>
    /// <param name="userName">The user about to log in.</param>
    /// <param name="request">Camera and request, for the message.</param>
    /// <exception cref="CameraException">With <see cref="CameraError.Unauthorized"/>.</exception>
    public void ThrowIfRefused(string host, string userName, string request)
    {
        if (refused.ContainsKey((Key(host), userName))) throw Refusal(request, userName);
    }

    private static string Key(string host) => host.ToUpperInvariant();

    private static CameraException Refusal(string request, string userName) => new(
        CameraError.Unauthorized, request,
        $"the camera refused the login of user '{userName}'. It was tried once and will not be tried again, because cameras "
        + "lock accounts. Check user name and password on the camera's own page, then run the command again.");
}
