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
    /// <summary>Takes <c>GetStreamUri</c> and <c>GetSnapshotUri</c> answers.</summary>
    internal static IEnumerable<SourceStream> Parse(LegacySource source, CameraAddress address, ReadingNotes notes)
    {
        // The picture belongs to the profile that was asked about, whatever that stream is called.
        var snapshot = SnapshotPath(source.SnapshotUri?.Node);
        foreach (var encoder in source.Encoders)
        {
            var answer = source.StreamUris.GetValueOrDefault(encoder.Token);
            yield return new SourceStream
            {
                Source = source.Number,
                Stream = encoder.Stream,
                RtspPath = RtspPath(answer, address, SettingPath.Source(source.Number), encoder.Stream, notes),
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

        Address(answer?.Node).Taken();
        return uri.PathAndQuery;
    }

    private static string? SnapshotPath(AnswerNode? answer)
    {
        Frame(answer);
        var node = Address(answer);
        // A login in the address stays behind with the host.
        if (ServiceAddresses.PathOf(node.Peek()?.Replace("&amp;", "&", StringComparison.Ordinal)) is not { } path
            || path.Any(c => char.IsControl(c) || char.IsWhiteSpace(c)) || SecretLeaves.HoldsLogin(node.Peek()))
            return null;
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
