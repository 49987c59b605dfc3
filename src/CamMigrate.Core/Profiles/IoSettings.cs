using System.Collections.Immutable;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace CamMigrate.Core.Profiles;

/// <summary>Digital inputs and relay outputs.</summary>
public sealed record IoSettings : ProfileNode
{
    /// <summary>Inputs, by number.</summary>
    public ImmutableArray<DigitalInput>? DigitalInputs { get; init; }

    /// <summary>Relays, by number.</summary>
    public ImmutableArray<RelayOutput>? RelayOutputs { get; init; }
}

/// <summary>A contact input (<c>tt:DigitalInput</c>).</summary>
public sealed record DigitalInput : ProfileNode
{
    /// <summary>Number on the device, from 1.</summary>
    [JsonRequired]
    [Range(1, 65535)]
    public int Number { get; init; }

    /// <summary>Name.</summary>
    public string? Name { get; init; }

    /// <summary>Whether it is watched.</summary>
    public bool? Enabled { get; init; }

    /// <summary>State without alarm.</summary>
    public IdleState? IdleState { get; init; }

    /// <summary>Name of the schedule in which it is armed.</summary>
    public string? Schedule { get; init; }

    /// <summary>What happens then; an empty list = nothing.</summary>
    public ImmutableArray<EventAction>? Actions { get; init; }
}

/// <summary>A relay (<c>tt:RelayOutput</c>).</summary>
public sealed record RelayOutput : ProfileNode
{
    /// <summary>Number on the device, from 1.</summary>
    [JsonRequired]
    [Range(1, 65535)]
    public int Number { get; init; }

    /// <summary>Name.</summary>
    public string? Name { get; init; }

    /// <summary>Falls back by itself, or stays.</summary>
    public RelayMode? Mode { get; init; }

    /// <summary>Seconds until a monostable relay falls back.</summary>
    [Range(0, 86400)]
    public double? DelayTime { get; init; }

    /// <summary>State without alarm.</summary>
    public IdleState? IdleState { get; init; }
}

/// <summary>State of a contact (<c>tt:RelayIdleState</c>).</summary>
public enum IdleState
{
    /// <summary>Open.</summary>
    [JsonStringEnumMemberName("open")]
    Open,

    /// <summary>Closed.</summary>
    [JsonStringEnumMemberName("closed")]
    Closed,
}

/// <summary>Behaviour of a relay (<c>tt:RelayMode</c>).</summary>
public enum RelayMode
{
    /// <summary>Falls back after the delay.</summary>
    Monostable,

    /// <summary>Stays until it is switched.</summary>
    Bistable,
}
