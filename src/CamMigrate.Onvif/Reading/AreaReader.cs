using System.Collections.Immutable;
using System.Xml.Linq;
using CamMigrate.Core.Errors;

namespace CamMigrate.Onvif.Reading;

/// <summary>Reads areas one by one and keeps apart what a camera does not have and what could not be read.</summary>
/// <param name="ping">Throws when the camera is gone.</param>
/// <param name="isStrict">Whether a failure is thrown instead of noted: after a write "unknown" must not pass for an
/// answer.</param>
internal sealed class AreaReader(Func<Task> ping, bool isStrict = false)
{
    private readonly Dictionary<string, string> unread = new(StringComparer.Ordinal);

    /// <summary>Areas that failed otherwise than by not being there, path to reason.</summary>
    internal ImmutableDictionary<string, string> Unread => unread.ToImmutableDictionary(StringComparer.Ordinal);

    /// <summary>Notes an area that cannot be used.</summary>
    internal void Note(string path, string reason) => unread.TryAdd(path, reason);

    /// <summary>Reads one answer; null = the camera does not have it, or it is noted as unread.</summary>
    /// <param name="path">The setting path that stays unknown without it.</param>
    /// <param name="isAnnounced">Whether the camera claims to have it: then even "not supported" is a failure.</param>
    /// <param name="read">Reads it.</param>
    internal async Task<XElement?> TryAsync(string path, bool isAnnounced, Func<Task<XElement>> read)
    {
        try
        {
            return await read();
        }
        catch (CameraException e) when (e.Reason == CameraError.NotSupported && !isAnnounced)
        {
            return null;
        }
        catch (CameraException e) when (e.Reason != CameraError.Unauthorized && !isStrict)
        {
            // Some close the connection on an operation they do not know: that is not a camera that is gone.
            if (e.Reason is CameraError.Unreachable or CameraError.TimedOut) await ping();
            Note(path, e.Message);
            return null;
        }
    }

    internal Task<XElement?> TryAsync(string path, Func<Task<XElement>> read) =>
        TryAsync(path, isAnnounced: false, read);
}
