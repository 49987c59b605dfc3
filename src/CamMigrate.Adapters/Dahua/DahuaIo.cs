using System.Collections.Frozen;
using CamMigrate.Core.Profiles;
using CamMigrate.Core.Reading;

namespace CamMigrate.Adapters.Dahua;

/// <summary>Contacts: the tables <c>Alarm[n]</c> and <c>AlarmOut[n]</c>.</summary>
internal static class DahuaIo
{
    private const int MostContacts = 256;

    private static readonly FrozenDictionary<string, IdleState> Idle = new Dictionary<string, IdleState>
    {
        ["NO"] = IdleState.Open,
        ["NC"] = IdleState.Closed,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    internal static IoSettings? Parse(DahuaTables tables, DahuaSchedules schedules, ReadingNotes notes)
    {
        var (inputs, outputs) = (tables["Alarm"], tables["AlarmOut"]);
        if (inputs is null && outputs is null) return null;
        return new IoSettings
        {
            DigitalInputs = inputs is null ? null
                : [.. Contacts(inputs).Select(i => Input(i.Node, i.Index, schedules, notes))],
            RelayOutputs = outputs is null ? null : [.. Contacts(outputs).Select(o => Output(o.Node, o.Index, notes))],
        };
    }

    private static IEnumerable<(int Index, AnswerNode Node)> Contacts(AnswerNode table) =>
        table.Items().Where(i => i.Index is >= 0 and < MostContacts).DistinctBy(i => i.Index);

    private static DigitalInput Input(AnswerNode row, int index, DahuaSchedules schedules, ReadingNotes notes)
    {
        var (number, handler) = (index + 1, row.At("EventHandler"));
        return new DigitalInput
        {
            Number = number,
            Name = row.At("Name").Text(),
            Enabled = row.At("Enable").Bool(),
            IdleState = row.At("SensorType").Map(
                Idle, FormattableString.Invariant($"io.digitalInputs[{number}].idleState"), notes),
            Schedule = schedules.Name(handler.At("TimeSection"), FormattableString.Invariant($"input {number}")),
            Actions = DahuaActions.Parse(handler, 0),
        };
    }

    /// <summary>A relay that events switch falls back by itself; one held by hand stays.</summary>
    private static RelayOutput Output(AnswerNode row, int index, ReadingNotes notes)
    {
        var (number, mode) = (index + 1, row.At("Mode"));
        var held = mode.Int(0, 2);
        if (held is 1 or 2)
            notes.Warn(
                FormattableString.Invariant($"io.relayOutputs[{number}].mode"),
                held == 1 ? "the relay is held on by hand; the new camera's is not."
                    : "the relay is held off by hand: no event switches it.");
        return new RelayOutput
        {
            Number = number,
            Name = row.At("Name").Text(),
            Mode = held switch { 0 => RelayMode.Monostable, 1 or 2 => RelayMode.Bistable, _ => null },
        };
    }
}
