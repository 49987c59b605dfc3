using CamMigrate.Adapters.Hikvision.Isapi;
using CamMigrate.Core.Planning;
using CamMigrate.Core.Reading;
using CamMigrate.Http;

namespace CamMigrate.Adapters.Hikvision;

/// <summary>
/// Finds the streams that are real: <c>GET /ISAPI/Streaming/channels</c>, and where there is no such list, one by one.
/// </summary>
internal sealed class HikvisionStreams(IsapiClient client, ReadingNotes notes)
{
    private const string List = "Streaming/channels";
    private Task<IsapiAnswer> list = null!;

    /// <summary>Asks for the list.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    internal void Ask(CancellationToken cancellationToken) =>
        list = client.GetAsync(List, isAdvertised: true, cancellationToken);

    internal async Task<HikvisionStreamList> ReadAsync(
        IReadOnlyCollection<int> channels, CancellationToken cancellationToken)
    {
        var answer = await list;
        if (answer.Root is { } root && Listed(root).ToList() is { Count: > 0 } listed)
            return new HikvisionStreamList(true) { Streams = listed };
        var reason = answer.Reason ?? "it names no stream.";
        var streams = new List<(HikvisionStreamId, AnswerNode)>();
        var unread = new HashSet<int>();
        foreach (var number in channels)
        {
            var channel = new HikvisionChannelStreams(client, notes, number);
            await channel.ReadAsync(isListRefused: answer.IsRefused, cancellationToken);
            streams.AddRange(channel.Found);
            if (channel.IsWhole(isListRefused: answer.IsRefused)) continue;
            unread.Add(number);
            if (!answer.IsRefused)
                notes.Missed(SettingPath.Source(number) + ".videoEncoders", List, reason);
        }

        notes.Warn(
            "videoSources",
            $"the list of streams is missing ({reason}) The streams were asked for one by one, and copies of a "
                + FormattableString.Invariant($"main stream left out: {streams.Count} are real."));
        return new HikvisionStreamList(false) { Streams = streams, UnreadChannels = unread };
    }

    private IEnumerable<(HikvisionStreamId Id, AnswerNode Document)> Listed(AnswerNode root)
    {
        var seen = new HashSet<int>();
        foreach (var stream in root.Children("StreamingChannel"))
        {
            if (HikvisionStreamId.From(stream.At("id").PeekInt()) is { } id && seen.Add(id.Value))
                yield return (id, stream);
            else
                notes.Warn(
                    "videoSources",
                    "the list of streams holds one with a number that is none, or twice; it is left out.");
        }
    }
}
