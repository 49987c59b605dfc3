using System.Collections.Frozen;
using System.Collections.Immutable;
using CamMigrate.Core.Profiles;
using CamMigrate.Core.Reading;

namespace CamMigrate.Adapters.Hikvision;

/// <summary>Alarm inputs and relays: <c>GET /ISAPI/System/IO/inputs</c> and <c>/System/IO/outputs</c>.</summary>
internal sealed class HikvisionIo(HikvisionArming arming, HikvisionLinkage linkage, ReadingNotes notes)
{
    // The level that is an alarm: the other one is the state without.
    private static readonly FrozenDictionary<string, IdleState> Triggering = new Dictionary<string, IdleState>
    {
        ["low"] = IdleState.Open,
        ["high"] = IdleState.Closed,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, IdleState> States = new Dictionary<string, IdleState>
    {
        ["low"] = IdleState.Open,
        ["high"] = IdleState.Closed,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>Reads both; null = the device has neither.</summary>
    /// <param name="inputs">Lists of inputs, or single ones.</param>
    /// <param name="outputs">Lists of outputs, or single ones.</param>
    internal IoSettings? Parse(IReadOnlyList<AnswerNode> inputs, IReadOnlyList<AnswerNode> outputs)
    {
        if (inputs.Count == 0 && outputs.Count == 0) return null;
        return new IoSettings
        {
            DigitalInputs = inputs.Count == 0 ? null : Ports(inputs, "IOInputPort", Input),
            RelayOutputs = outputs.Count == 0 ? null : Ports(outputs, "IOOutputPort", Output),
        };
    }

    private static ImmutableArray<T> Ports<T>(
        IReadOnlyList<AnswerNode> documents, string name, Func<AnswerNode, int, T> read)
    {
        var seen = new HashSet<int>();
        var ports = documents.SelectMany(document =>
            document.Name.Equals(name, StringComparison.OrdinalIgnoreCase) ? [document] : document.Children(name));
        return [.. ports.Select(port => (port, Number: port.At("id").Int(1)))
            .Where(found => found.Number is { } number && seen.Add(number))
            .OrderBy(found => found.Number).Select(found => read(found.port, found.Number!.Value))];
    }

    private DigitalInput Input(AnswerNode port, int number)
    {
        var path = FormattableString.Invariant($"io.digitalInputs[{number}]");
        var idle = port.At("triggering").Map(Triggering, path + ".idleState", notes);
        // which level the page's "normally open" is, is written nowhere
        if (idle is not null) notes.Assume(path + ".idleState");
        return new DigitalInput
        {
            Number = number,
            Name = port.At("name").Text(),
            Enabled = port.At("enabled").Bool(),
            IdleState = idle,
            Schedule = arming.Name(HikvisionEvent.Input, number, path),
            Actions = linkage.Actions(HikvisionEvent.Input, number),
        };
    }

    private RelayOutput Output(AnswerNode port, int number)
    {
        var path = FormattableString.Invariant($"io.relayOutputs[{number}]");
        port.At("IOType").Ignore(IgnoreRule.Identity);
        var power = port.At("PowerOnState");
        var idle = power.At("defaultState").Map(States, path + ".idleState", notes);
        if (idle is not null) notes.Assume(path + ".idleState");
        var length = power.At("pulseDuration").Number(0, 86_400_000);
        return new RelayOutput
        {
            Number = number,
            Name = port.At("name").Text(),
            Mode = Mode(power.At("outputState"), hasLength: length is not null, power is not null),
            DelayTime = length / 1000,
            IdleState = idle,
        };
    }

    /// <summary>A relay of another camera says nothing of itself.</summary>
    private static RelayMode? Mode(AnswerNode? state, bool hasLength, bool isTold)
    {
        var isPulse = "pulse".Equals(state.Peek(), StringComparison.OrdinalIgnoreCase);
        if (isPulse) state.Taken();
        if (isPulse || hasLength) return RelayMode.Monostable;
        return isTold && state is null ? RelayMode.Bistable : null;
    }
}
