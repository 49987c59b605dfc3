using System.Collections.Immutable;
using CamMigrate.Core.Planning;
using CamMigrate.Core.Profiles;
using CamMigrate.Core.Reading;

namespace CamMigrate.Adapters.Dahua;

/// <summary>The streams of one channel: the row <c>Encode[ch]</c>, which lists more than there are.</summary>
/// <param name="tables">What the device said.</param>
/// <param name="extra">Sub streams of the device; null = it does not say.</param>
/// <param name="notes">Takes findings.</param>
internal sealed class DahuaStreams(DahuaTables tables, int? extra, ReadingNotes notes)
{
    /// <summary>Asks how many sub streams there are.</summary>
    internal static readonly DahuaCall MaxExtraStream = new(
        "magicBox.MaxExtraStream", "magicBox.cgi?action=getProductDefinition&name=MaxExtraStream", "encode.getCaps")
    {
        Prefix = "table",
    };

    /// <summary>The streams that can be viewed, with their rows.</summary>
    internal IReadOnlyList<(DahuaStream Stream, AnswerNode Row)> Of(int channel)
    {
        var encode = tables.Of("Encode", channel);
        var streams = new List<(DahuaStream, AnswerNode)>();
        if (encode.At("MainFormat").Row(0) is { } main) streams.Add((new DahuaStream(channel, 0), main));
        foreach (var (index, row) in encode.At("ExtraFormat").Items())
            if (index is >= 0 and < 64 && index < (extra ?? int.MaxValue) && DahuaVideoEncoder.IsOn(row))
                streams.Add((new DahuaStream(channel, index + 1), row));
        return streams;
    }

    internal ImmutableArray<VideoEncoder>? Parse(int channel)
    {
        if (tables.Of("Encode", channel) is not { } encode) return null;
        var streams = Of(channel).Select(s =>
            DahuaVideoEncoder.Parse(s.Row, s.Stream, tables, notes)).ToImmutableArray();
        RecordTypes(encode.At("MainFormat"), channel);
        foreach (var (index, row) in encode.At("ExtraFormat").Items())
            if (index >= (extra ?? int.MaxValue)) row.IgnoreDocument(DahuaRule.NoStream);
            else if (!DahuaVideoEncoder.IsOn(row)) Off(row, new DahuaStream(channel, index + 1));
        encode.At("SnapFormat").BecauseAll("of single pictures that the device stores, not of a stream");
        return streams;
    }

    /// <summary>Rows 1 to 3 are the same stream while it is recorded by motion, alarm or both.</summary>
    private void RecordTypes(AnswerNode? formats, int channel)
    {
        var main = Values(formats.Row(0));
        foreach (var (index, row) in formats.Items())
        {
            if (index == 0) continue;
            foreach (var leaf in row.Leaves())
            {
                if (main.TryGetValue(Below(leaf, row), out var value) && value == leaf.Value)
                {
                    leaf.Ignore(DahuaRule.RecordType);
                    continue;
                }

                leaf.Because("while it is recorded on an event the main stream has another value; the profile has one");
                notes.Info(
                    SettingPath.Encoder(channel + 1, "main"),
                    "the main stream is encoded otherwise while it is recorded on an event; the general settings are carried.");
            }
        }
    }

    private void Off(AnswerNode row, DahuaStream stream)
    {
        row.BecauseAll("of a stream that is switched off and cannot be viewed");
        notes.Info(
            SettingPath.Source(stream.Source) + ".videoEncoders",
            $"the stream '{stream.Name}' is switched off on this device and cannot be viewed; it is not carried.");
    }

    private static Dictionary<string, string?> Values(AnswerNode? row) =>
        (row?.Leaves() ?? []).GroupBy(l => Below(l, row!), StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.First().Value, StringComparer.Ordinal);

    private static string Below(AnswerNode leaf, AnswerNode row) => leaf.Place()[row.Place().Length..];
}
