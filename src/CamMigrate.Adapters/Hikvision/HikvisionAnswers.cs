using CamMigrate.Adapters.Hikvision.Isapi;
using CamMigrate.Core.Planning;
using CamMigrate.Core.Reading;

namespace CamMigrate.Adapters.Hikvision;

/// <summary>
/// The catalog's documents of one camera: asked early and several at once, taken later and one after another.
/// </summary>
internal sealed class HikvisionAnswers(IsapiClient client, HikvisionCapabilities capabilities, ReadingNotes notes)
{
    private readonly Dictionary<string, Task<IsapiAnswer>> asked = new(StringComparer.Ordinal);

    /// <summary>Asks for documents, unless the camera says that it does not have them.</summary>
    /// <param name="documents">The documents.</param>
    /// <param name="channel">Number of the channel; 0 = the device.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    internal void Ask(IEnumerable<HikvisionDocument> documents, int channel, CancellationToken cancellationToken)
    {
        foreach (var document in documents)
        {
            var has = document.Flag is { } flag ? capabilities.Has(flag) : null;
            if (document.IsVital || (has ?? document.WhenUnsaid))
                asked.TryAdd(document.Path(channel), client.GetAsync(
                    document.Path(channel), has is true, errorMeansMissing: document.IsGuess, cancellationToken));
        }
    }

    /// <summary>What came of a document; null = it was not asked for.</summary>
    /// <param name="document">The document.</param>
    /// <param name="channel">Number of the channel; 0 = the device.</param>
    internal async Task<IsapiAnswer?> AnswerAsync(HikvisionDocument document, int channel = 0) =>
        asked.TryGetValue(document.Path(channel), out var answer) ? await answer : null;

    /// <summary>
    /// A document, or null where the camera has none; a failure is noted for the setting that stays unknown.
    /// </summary>
    /// <param name="document">The document.</param>
    /// <param name="channel">Number of the channel; 0 = the device.</param>
    internal async Task<AnswerNode?> ReadAsync(HikvisionDocument document, int channel = 0)
    {
        var answer = await AnswerAsync(document, channel);
        if (answer is { Root: null, IsRefused: false } && document.Setting is { } setting)
            notes.Missed(
                channel == 0 ? setting : $"{SettingPath.Source(channel)}.{setting}", answer.Path, answer.Reason ?? "");
        return answer?.Root;
    }
}
