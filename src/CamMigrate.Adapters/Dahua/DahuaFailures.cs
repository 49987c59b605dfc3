using CamMigrate.Core.Planning;
using CamMigrate.Core.Reading;

namespace CamMigrate.Adapters.Dahua;

/// <summary>What stays unknown because a table did not come.</summary>
internal static class DahuaFailures
{
    // Whatever has pictures has this table: who refuses it hides it.
    private const string Streams = "Encode";

    internal static void Note(
        IEnumerable<DahuaTable> wanted, DahuaTables tables, IReadOnlyList<int> channels, ReadingNotes notes)
    {
        var denied = new List<string>();
        foreach (var table in wanted)
        {
            var answer = tables.Answer(table.Name);
            if (answer.IsDenied) denied.Add(table.Name);
            // Of masks their own parser speaks: a refusal too leaves them unknown.
            if (answer.Root is not null || (answer.IsRefused && table.Name != Streams)
                || table is not { Setting: { } setting and not "masks" }) continue;
            if (!table.IsOfSource) notes.Missed(setting, table.Name, answer.Reason ?? "the device refuses it.");
            else if (channels.Count == 0) notes.Missed("videoSources", table.Name, answer.Reason ?? "the device refuses it.");
            foreach (var channel in table.IsOfSource ? channels : [])
                notes.Missed(SettingPath.Source(channel + 1) + "." + setting, table.Name, answer.Reason ?? "the device refuses it.");
        }

        if (denied.Count > 0)
            notes.Info(
                "source",
                "the device refused " + string.Join(", ", denied)
                    + " with words that mean either that it has no such table "
                    + "or that the login may not read it. Read as an administrator to be sure.");
    }
}
