using System.Collections.Frozen;
using CamMigrate.Core.Profiles;
using CamMigrate.Core.Reading;

namespace CamMigrate.Onvif.Areas;

/// <summary>Relays and contact inputs. Numbers are the places in the camera's lists; tokens name them there.</summary>
internal static class OnvifIo
{
    private static readonly FrozenDictionary<string, IdleState> Idle = new Dictionary<string, IdleState>
    {
        ["open"] = IdleState.Open,
        ["closed"] = IdleState.Closed,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, RelayMode> Modes = new Dictionary<string, RelayMode>
    {
        ["Monostable"] = RelayMode.Monostable,
        ["Bistable"] = RelayMode.Bistable,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>Takes <c>tds:GetRelayOutputsResponse</c> and <c>tmd:GetDigitalInputsResponse</c>; null = neither
    /// came.</summary>
    internal static IoSettings? Parse(AnswerNode? relays, AnswerNode? inputs, ReadingNotes notes) =>
        relays is null && inputs is null
            ? null
            : new IoSettings
            {
                DigitalInputs = inputs is null
                    ? null : [.. inputs.Children("DigitalInputs").Take(256).Select((node, i) => Input(node, i, notes))],
                RelayOutputs = relays is null
                    ? null : [.. relays.Children("RelayOutputs").Take(256).Select((node, i) => Relay(node, i, notes))],
            };

    private static DigitalInput Input(AnswerNode input, int index, ReadingNotes notes)
    {
        input.Ignore(IgnoreRule.Identity, "@token");
        return new DigitalInput
        {
            Number = index + 1,
            IdleState = input.At("@IdleState").Map(Idle, "io.digitalInputs", notes),
        };
    }

    private static RelayOutput Relay(AnswerNode relay, int index, ReadingNotes notes)
    {
        relay.Ignore(IgnoreRule.Identity, "@token");
        // Old firmware has the settings beside one another, without the group.
        var settings = relay.At("Properties") ?? relay;
        var mode = settings.At("Mode").Map(Modes, "io.relayOutputs", notes);
        if (mode == RelayMode.Bistable) settings.Ignore(IgnoreRule.NotInForce, "DelayTime");
        return new RelayOutput
        {
            Number = index + 1,
            Mode = mode,
            DelayTime = mode == RelayMode.Bistable ? null : OnvifDuration.Take(settings.At("DelayTime"), 86_400),
            IdleState = settings.At("IdleState").Map(Idle, "io.relayOutputs", notes),
        };
    }
}
