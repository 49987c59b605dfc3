using CamMigrate.Adapters.Hikvision.Isapi;
using CamMigrate.Core.Planning;
using CamMigrate.Core.Reading;

namespace CamMigrate.Adapters.Hikvision;

/// <summary>
/// The streams of one channel, asked for one by one: <c>GET /ISAPI/Streaming/channels/101</c> and its neighbours.
/// </summary>
/// <remarks>
/// Cameras answer 103 and 104 with a copy of the main stream though there is no such stream (recorded on 5.5 to 5.8).
/// </remarks>
internal sealed class HikvisionChannelStreams(IsapiClient client, ReadingNotes notes, int channel)
{
    private const int Most = 4;
    private const int FirstGhost = 3;
    private readonly List<(HikvisionStreamId, AnswerNode)> found = [];
    private List<(string, string?)>? first;
    private bool hasMain, hasUnread;

    internal IReadOnlyList<(HikvisionStreamId Id, AnswerNode Document)> Found => found;

    /// <summary>Whether the answers leave no doubt about which streams there are.</summary>
    /// <param name="isListRefused">Whether the device has no list, rather than one that failed.</param>
    internal bool IsWhole(bool isListRefused) => !hasUnread && (hasMain || isListRefused);

    /// <param name="isListRefused">Whether the device has no list, rather than one that failed.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    internal async Task ReadAsync(bool isListRefused, CancellationToken cancellationToken)
    {
        for (var number = 1; number <= Most; number++)
        {
            var id = new HikvisionStreamId((channel * 100) + number);
            // A DVR says 400 and 5.2.0 says 500 of a stream it does not have. Neither can be believed of a device that
            // has not answered for its main stream, or that failed to give its list.
            var answer = await client.GetAsync(
                FormattableString.Invariant($"Streaming/channels/{id.Value}"), isAdvertised: false,
                errorMeansMissing: hasMain && isListRefused, cancellationToken);
            if (answer.Root is { } document) Take(id, answer.Path, document);
            else if (!answer.IsRefused) Miss(id, answer.Path, answer.Reason ?? "");
        }
    }

    private void Take(HikvisionStreamId id, string path, AnswerNode document)
    {
        var bare = WithoutId(document);
        if (first is not null && bare.SequenceEqual(first))
        {
            document.IgnoreDocument(IgnoreRule.Ghost);
            return;
        }

        if (id.Stream >= FirstGhost && !hasMain)
        {
            Miss(id, path, "the main stream did not answer, and this may be no more than a copy of it.");
            return;
        }

        hasMain |= id.Stream == 1;
        first ??= bare;
        found.Add((id, document));
    }

    private void Miss(HikvisionStreamId id, string path, string reason)
    {
        hasUnread = true;
        notes.Missed(SettingPath.Encoder(channel, id.Name), path, reason);
    }

    private static List<(string, string?)> WithoutId(AnswerNode stream) =>
        [.. stream.Leaves().Select(l => (l.Place(), l.Value)).Where(l => !l.Item1.Equals("/id", StringComparison.OrdinalIgnoreCase))];
}
