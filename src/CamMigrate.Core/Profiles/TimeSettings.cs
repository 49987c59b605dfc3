using System.Collections.Immutable;

namespace CamMigrate.Core.Profiles;

/// <summary>Clock and zone (ONVIF <c>tds:GetSystemDateAndTime</c>, <c>tds:GetNTP</c>).</summary>
public sealed record TimeSettings : ProfileNode
{
    /// <summary>Who sets the clock.</summary>
    public SetDateTimeType? Mode { get; init; }

    /// <summary>POSIX TZ string, west positive; wins over <see cref="TimeZone"/>.</summary>
    public string? PosixTimeZone { get; init; }

    /// <summary>IANA zone, only where the device itself names one.</summary>
    public string? TimeZone { get; init; }

    /// <summary>Addresses or names of time servers, in order of preference.</summary>
    public ImmutableArray<string>? NtpServers { get; init; }
}

/// <summary>Who sets the clock (<c>tt:SetDateTimeType</c>).</summary>
public enum SetDateTimeType
{
    /// <summary>A person or a program.</summary>
    Manual,

    /// <summary>A time server.</summary>
    Ntp,
}
