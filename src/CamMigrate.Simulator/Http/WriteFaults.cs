using CamMigrate.Simulator.Estates;

namespace CamMigrate.Simulator.Http;

/// <summary>Decides by its number what becomes of a write.</summary>
internal sealed class WriteFaults(FaultSpec faults)
{
    /// <summary>Whether the write of this number is carried out.</summary>
    public bool IsDone(int number) => number != faults.DropAnswerOfWrite || faults.DroppedIsDone;

    public AnswerFate FateOf(int number) =>
        number == faults.DropAnswerOfWrite ? AnswerFate.Dropped
        : faults.DieAfterWrites is { } last && number >= last ? AnswerFate.DiesHalfway
        : AnswerFate.Sent;
}
