namespace CamMigrate.Adapters.Dahua;

/// <summary>Rules of this maker's tables by which values are left out, beside those of every reader.</summary>
internal static class DahuaRule
{
    internal const string RecordType = "copy: the same stream as it is recorded on an event, word for word";
    internal const string Mirror = "mirror: an older table repeats what the newer one holds";
    internal const string SameRow = "copy: a row kept for later that says what the row in force says";
    internal const string NoStream = "a row for a stream that this device does not have";
    internal const string Repeated = "copy: repeats the value of another leaf that is carried";
}
