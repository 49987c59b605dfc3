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
    private (string Document, string Reason)? doubt;

    /// <summary>The inputs by number: those listed, or where no list came those that the device may have.</summary>
    /// <param name="isRecorder">Whether the device records other cameras.</param>
    /// <param name="isKnown">Whether it said what it is.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    internal async Task<SortedDictionary<int, HikvisionInput>> ReadAsync(
        bool isRecorder, bool isKnown, CancellationToken cancellationToken)
    {
        var inputs = await client.GetAsync(List, isAdvertised: false, cancellationToken);
        // A thermal camera drops the connection when it is asked for the channels of a recorder.
        var proxies = isRecorder ? await client.GetAsync(ProxyList, isAdvertised: false, cancellationToken) : null;
        var found = new SortedDictionary<int, HikvisionInput>();
        foreach (var input in HikvisionInput.Parse(inputs.Root, proxies?.Root)) found.TryAdd(input.Number, input);
        doubt = Failure(inputs) ?? Failure(proxies);
        if (found.Count == 0 && doubt is null && (inputs.Root is not null || !isKnown))
            doubt = (List, inputs.Reason ?? "it names no input.");
        if (found.Count == 0) found[1] = new HikvisionInput(1, null, false);
        if (doubt is null) return found;
        for (var number = 1; number <= capabilities.VideoInputs; number++)
            found.TryAdd(number, new HikvisionInput(number, null, false));
        return found;
    }

    /// <summary>
    /// Where neither list named the inputs, there may be pictures, and privacy masks in them, that nobody looked for.
    /// </summary>
    /// <param name="channels">The inputs that were taken to be there.</param>
    internal void NoteDoubt(IEnumerable<int> channels)
    {
        if (doubt is not var (document, reason)) return;
        notes.Missed("videoSources", document, reason + " Which pictures the device has is unknown.");
        foreach (var channel in channels)
            notes.Missed(
                SettingPath.Source(channel) + ".masks", document,
                reason + " Whether this picture is the one its masks were set for is unknown.");
    }

    private static (string Document, string Reason)? Failure(IsapiAnswer? answer) =>
        answer is { Root: null, IsRefused: false } ? (answer.Path, answer.Reason ?? "") : null;
}
