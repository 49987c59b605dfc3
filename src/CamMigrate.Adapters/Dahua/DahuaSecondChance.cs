using CamMigrate.Core.Reading;

namespace CamMigrate.Adapters.Dahua;

/// <summary>
/// Tables that a device refuses over CGI and may serve over RPC2, asked for there only where they decide something:
/// masks, and which of two lamps may light.
/// </summary>
internal sealed class DahuaSecondChance(DahuaDocuments documents, DahuaTables tables, ReadingNotes notes)
{
    internal async Task TryAsync(CancellationToken cancellationToken)
    {
        if (documents.IsRpc) return;
        foreach (var name in Wanted().ToList())
        {
            var answer = await documents.OtherwiseAsync(name, cancellationToken);
            if (answer.Root is not null) tables.Add(answer);
            if (answer.Reason is { } reason) notes.Warn(name, $"the table could not be read over RPC2 either: {reason}");
        }
    }

    private IEnumerable<string> Wanted()
    {
        foreach (var name in new[] { "VideoWidget", "PrivacyMasking" })
            if (tables.Answer("VideoWidget") is { Root: null, IsRefused: true }
                && tables[name] is null) yield return name;
        if (HasTwoLamps() && tables["LightingScheme"] is null) yield return "LightingScheme";
    }

    private bool HasTwoLamps() => tables["Lighting_V2"].Items()
        .SelectMany(channel => channel.Node.Items()).Any(row => row.Node.Items().Skip(1).Any());
}
