using CamMigrate.Core.Planning;
using CamMigrate.Core.Reading;

namespace CamMigrate.Adapters.Dahua;

/// <summary>
/// Documents of single channels of a camera. Whether they count channels from 1 or from 0 differs: tried once,
/// remembered.
/// </summary>
internal sealed class DahuaChannelCalls(DahuaDocuments documents, bool isRecorder, ReadingNotes notes)
{
    private const int MostChannels = 16;
    private int first = 1;

    internal async Task<IReadOnlyDictionary<int, DahuaChannelAnswers>> AskAsync(
        IReadOnlyList<int> channels, CancellationToken cancellationToken)
    {
        var answers = channels.ToDictionary(c => c, _ => new DahuaChannelAnswers(null, null, null, false));
        if (isRecorder || documents.IsRpc) return answers; // a recorder's cameras know these themselves
        foreach (var channel in channels.Take(MostChannels))
        {
            var caps = await CapsAsync(channel, channel == channels[0], cancellationToken);
            var presets = await documents.CallAsync(DahuaPtz.Presets(channel + 1), cancellationToken);
            var tours = presets?.Root is null ? null
                : await documents.CallAsync(DahuaPtz.Tours(channel + 1), cancellationToken);
            foreach (var failed in new[] { presets, tours })
                if (failed is { Root: null, IsRefused: false })
                    notes.Missed(SettingPath.Source(channel + 1) + ".ptz", failed.Document, failed.Reason ?? "");
            answers[channel] = new DahuaChannelAnswers(
                caps?.Root, presets?.Root, tours?.Root, presets is { Root: not null } or { IsRefused: true });
        }

        return answers;
    }

    private async Task<DahuaAnswer?> CapsAsync(int channel, bool isFirst, CancellationToken cancellationToken)
    {
        var answer = await documents.CallAsync(Caps(channel + first), cancellationToken);
        if (!isFirst || answer is not { IsRefused: true }) return answer;
        first = 0;
        return await documents.CallAsync(Caps(channel), cancellationToken);
    }

    private static DahuaCall Caps(int number) => new(
        FormattableString.Invariant($"devVideoInput.getCaps[{number}]"),
        FormattableString.Invariant($"devVideoInput.cgi?action=getCaps&channel={number}"), null)
    {
        Prefix = "caps",
    };
}
