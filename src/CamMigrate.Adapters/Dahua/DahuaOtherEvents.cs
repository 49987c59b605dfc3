using CamMigrate.Core.Reading;

namespace CamMigrate.Adapters.Dahua;

/// <summary>Events that a profile has no place for: lost video, failed logins, missing disks, broken networks.</summary>
internal static class DahuaOtherEvents
{
    private static readonly string[] Names =
    [
        "LossDetect", "LoginFailureAlarm", "StorageNotExist", "StorageFailure", "StorageLowSpace", "NetAbort",
        "IPConflict",
    ];

    /// <summary>Leaves unused time sections out, and says of the rest why it is not carried.</summary>
    internal static void Explain(DahuaTables tables)
    {
        foreach (var table in Names.Select(name => tables[name]))
        {
            table.BecauseAll("no vendor-neutral event of this kind");
            DahuaSections.LeaveUnused(table.At("EventHandler", "TimeSection"));
            foreach (var (_, row) in table.Items()) DahuaSections.LeaveUnused(row.At("EventHandler", "TimeSection"));
        }
    }
}
