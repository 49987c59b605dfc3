using System.Xml.Linq;
using CamMigrate.Adapters.Hikvision.Isapi;
using CamMigrate.Http;

namespace CamMigrate.Adapters.Hikvision;

/// <summary>
/// Finds the streams that are real: <c>GET /ISAPI/Streaming/channels</c>, and where there is no such list, one by one.
/// </summary>
internal sealed class HikvisionStreams(IsapiClient client, ReadingNotes notes)
{
    private const string List = "Streaming/channels";
    private const int MostPerChannel = 4;

    internal async Task<IReadOnlyList<(HikvisionStreamId Id, IsapiNode Document)>> ReadAsync(
        IReadOnlyCollection<int> channels, CancellationToken cancellationToken)
    {
        var answer = await client.GetAsync(List, isAdvertised: true, cancellationToken);
        if (answer.Root is { } root) return [.. Listed(root)];
        var found = new List<(HikvisionStreamId, IsapiNode)>();
        foreach (var channel in channels) found.AddRange(await ChannelAsync(channel, cancellationToken));
        notes.Warn(
            "videoSources",
            $"the list of streams is missing ({answer.Reason}) The streams were asked for one by one, and copies of a "
                + FormattableString.Invariant($"main stream left out: {found.Count} are real."));
        return found;
    }

    private IEnumerable<(HikvisionStreamId Id, IsapiNode Document)> Listed(IsapiNode root)
    {
        var seen = new HashSet<int>();
        foreach (var stream in root.Children("StreamingChannel"))
        {
            if (HikvisionStreamId.From(stream.At("id")?.Element.AsInt()) is { } id && seen.Add(id.Value))
                yield return (id, stream);
            else
                notes.Warn(
                    "videoSources",
                    "the list of streams holds one with a number that is none, or twice; it is left out.");
        }
    }

    /// <summary>
    /// Cameras answer 103 and 104 with a copy of the main stream though there is no such stream (recorded on 5.5 to
    /// 5.8).
    /// </summary>
    private async Task<List<(HikvisionStreamId, IsapiNode)>> ChannelAsync(
        int channel, CancellationToken cancellationToken)
    {
        var found = new List<(HikvisionStreamId, IsapiNode)>();
        XElement? main = null;
        for (var number = 1; number <= MostPerChannel; number++)
        {
            var id = new HikvisionStreamId((channel * 100) + number);
            var answer = await client.GetAsync(
                FormattableString.Invariant($"{List}/{id.Value}"), isAdvertised: false, cancellationToken);
            if (answer is { Root: null, IsRefused: false })
                notes.Missed(Core.Planning.SettingPath.Encoder(channel, id.Name), answer.Path, answer.Reason ?? "");
            if (answer.Root is not { } document) continue;
            var bare = WithoutId(document.Element);
            if (main is not null && XNode.DeepEquals(bare, main))
            {
                document.IgnoreDocument(IgnoreRule.Ghost);
                continue;
            }

            if (number == 1) main = bare;
            found.Add((id, document));
        }

        return found;
    }

    private static XElement WithoutId(XElement stream)
    {
        var copy = new XElement(stream);
        copy.At("id")?.Remove();
        foreach (var space in copy.DescendantNodes().OfType<XText>()
            .Where(t => string.IsNullOrWhiteSpace(t.Value)).ToList())
            space.Remove();
        return copy;
    }
}
