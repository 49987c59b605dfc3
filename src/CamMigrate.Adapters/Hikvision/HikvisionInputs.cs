using CamMigrate.Adapters.Hikvision.Isapi;
using CamMigrate.Core.Planning;
using CamMigrate.Core.Reading;

namespace CamMigrate.Adapters.Hikvision;

/// <summary>
/// Finds the video inputs: <c>GET /ISAPI/System/Video/inputs/channels</c>, and on recorders
/// <c>/ISAPI/ContentMgmt/InputProxy/channels</c>.
/// </summary>
internal sealed class HikvisionInputs(IsapiClient client, HikvisionCapabilities capabilities, ReadingNotes notes)
{
    private const string List = "System/Video/inputs/channels";
    private const string ProxyList = "ContentMgmt/InputProxy/channels";
    // More than the largest recorder has.
    private const int MostRead = 256;
    private (string Document, string Reason)? doubt;
    private Task<IsapiAnswer> own = null!;
    private Task<IsapiAnswer>? others;

    /// <summary>Asks for the lists.</summary>
    /// <param name="isRecorder">Whether the device records other cameras.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    internal void Ask(bool isRecorder, CancellationToken cancellationToken)
    {
        own = client.GetAsync(List, isAdvertised: false, cancellationToken);
        // A thermal camera drops the connection when it is asked for the channels of a recorder.
        others = isRecorder ? client.GetAsync(ProxyList, isAdvertised: false, cancellationToken) : null;
    }

    /// <summary>The inputs by number: those listed, or where no list came those that the device may have.</summary>
    /// <param name="isKnown">Whether the device said what it is.</param>
    internal async Task<SortedDictionary<int, HikvisionInput>> ReadAsync(bool isKnown)
    {
        var (inputs, proxies) = (await own, others is null ? null : await others);
        var found = new SortedDictionary<int, HikvisionInput>();
        foreach (var input in HikvisionInput.Parse(inputs.Root, proxies?.Root))
        {
            if (!found.TryAdd(input.Number, input))
                notes.Missed(
                    SettingPath.Source(input.Number) + ".masks", input.IsProxied ? ProxyList : List,
                    "two inputs have this number, and only the first of them is read.");
        }

        doubt = Failure(proxies) ?? Failure(inputs);
        if (found.Count == 0 && doubt is null && (inputs.Root is not null || !isKnown))
            doubt = (List, inputs.Reason ?? "it names no input.");
        if (found.Count == 0) found[1] = new HikvisionInput(1, null, false);
        if (doubt is null) return found;
        for (var number = 1; number <= capabilities.VideoInputs; number++)
            found.TryAdd(number, new HikvisionInput(number, null, false));
        return found;
    }

    /// <summary>Leaves out what no device has, and says so.</summary>
    /// <param name="inputs">All inputs that lists named.</param>
    internal IReadOnlyList<HikvisionInput> Within(SortedDictionary<int, HikvisionInput> inputs)
    {
        if (inputs.Count > MostRead)
            notes.Missed(
                "videoSources", List,
                FormattableString.Invariant(
                    $"the device names {inputs.Count} inputs, more than any has; the first {MostRead} are read."));
        return [.. inputs.Values.Take(MostRead)];
    }

    /// <summary>
    /// Where neither list named the inputs, there may be pictures, and privacy masks in them, that nobody looked for.
    /// </summary>
    /// <param name="channels">The inputs that were taken to be there.</param>
    /// <param name="isListed">Whether the list of streams names the pictures.</param>
    internal void NoteDoubt(IEnumerable<int> channels, bool isListed)
    {
        // Streams do not tell which pictures come from cameras on the network, whose masks are set there.
        if (doubt is not var (document, reason) || (isListed && document != ProxyList)) return;
        if (!isListed) notes.Missed("videoSources", document, reason + " Which pictures the device has is unknown.");
        foreach (var channel in channels)
            notes.Missed(
                SettingPath.Source(channel) + ".masks", document,
                reason + " Whether this picture is the one its masks were set for is unknown.");
    }

    private static (string Document, string Reason)? Failure(IsapiAnswer? answer) =>
        answer is { Root: null, IsRefused: false } ? (answer.Path, answer.Reason ?? "") : null;
}
