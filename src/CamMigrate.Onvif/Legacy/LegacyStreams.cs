using CamMigrate.Core.Planning;
using CamMigrate.Core.Ports;
using CamMigrate.Core.Profiles;
using CamMigrate.Core.Reading;
using CamMigrate.Http;
using CamMigrate.Onvif.Reading;
using CamMigrate.Onvif.Soap;

namespace CamMigrate.Onvif.Legacy;

/// <summary>Where the streams and pictures of a source are, as paths on the host that was dialled.</summary>
internal static class LegacyStreams
{
    private static readonly string[] Logins = ["user", "username", "usr", "password", "passwd", "pwd", "pass"];

    /// <summary>Takes <c>GetStreamUri</c> and <c>GetSnapshotUri</c> answers.</summary>
    internal static IEnumerable<SourceStream> Parse(LegacySource source, CameraAddress address, ReadingNotes notes)
    {
        // The picture belongs to the profile that was asked about, whatever that stream is called.
        var path = SettingPath.Source(source.Number);
        var snapshot = SnapshotPath(source.SnapshotUri?.Node, path, notes);
        foreach (var encoder in source.Encoders)
        {
            var answer = source.StreamUris.GetValueOrDefault(encoder.Token);
            yield return new SourceStream
            {
                Source = source.Number,
                Stream = encoder.Stream,
                RtspPath = RtspPath(answer, address, path, encoder.Stream, notes),
                SnapshotPath = encoder == source.Encoders[0] ? snapshot : null,
            };
        }
    }

    private static string? RtspPath(
        Answer? answer, CameraAddress address, string path, string stream, ReadingNotes notes)
    {
        Frame(answer?.Node);
        var (uri, problem) = answer?.Part is { } part
            ? StreamAddress.Parse(part.Element, address)
            : (null, answer?.Document.Reason ?? "the camera gives no address for this stream.");
        if (uri is null)
        {
            notes.Warn($"{path}.videoEncoders[{stream}]", problem!);
            return null;
        }

        return Bare(uri.PathAndQuery, Address(answer?.Node), $"{path}.videoEncoders[{stream}]", notes);
    }

    private static string? SnapshotPath(AnswerNode? answer, string where, ReadingNotes notes)
    {
        Frame(answer);
        var node = Address(answer);
        return ServiceAddresses.PathOf(node.Peek()?.Replace("&amp;", "&", StringComparison.Ordinal)) is { } path
            && !path.Any(c => char.IsControl(c) || char.IsWhiteSpace(c))
            ? Bare(path, node, where, notes) : null;
    }

    /// <summary>A path without the login that some cameras write into it; null where nothing is left without one.</summary>
    private static string? Bare(string path, AnswerNode? node, string where, ReadingNotes notes)
    {
        var parts = path.Split('?', 2);
        if (parts.Length == 2)
        {
            var kept = parts[1].Split('&').Where(p => !Logins.Contains(p.Split('=')[0], StringComparer.OrdinalIgnoreCase));
            path = string.Join('?', new[] { parts[0], string.Join('&', kept) }.Where(p => p.Length > 0));
        }

        if (SecretLeaves.HoldsLogin(path))
        {
            notes.Warn(where, "the camera writes a login into an address it gives; the address is left out.");
            return null;
        }

        node.Taken();
        return path;
    }

    private static AnswerNode? Address(AnswerNode? answer) => answer.At("Uri") ?? answer.At("MediaUri", "Uri");

    /// <summary>How long an address is good: it is asked for afresh each time.</summary>
    private static void Frame(AnswerNode? answer)
    {
        answer.At("MediaUri").Ignore(IgnoreRule.Status, "InvalidAfterConnect", "InvalidAfterReboot", "Timeout");
        answer.Ignore(IgnoreRule.Status, "InvalidAfterConnect", "InvalidAfterReboot", "Timeout");
    }
}
