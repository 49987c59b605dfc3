using CamMigrate.Core.Profiles;

namespace CamMigrate.Core.Planning;

/// <summary>Who a replacement camera is.</summary>
public sealed record TargetIdentity
{
    /// <summary>Manufacturer as it says; may be empty.</summary>
    public required string Manufacturer { get; init; }

    /// <summary>Model.</summary>
    public required string Model { get; init; }

    /// <summary>Firmware.</summary>
    public required string Firmware { get; init; }

    /// <summary>Serial number; may be empty.</summary>
    public required string SerialNumber { get; init; }

    /// <summary>MAC address, lower case with colons; null = it does not say.</summary>
    public string? MacAddress { get; init; }

    /// <summary>Address at which it was reached.</summary>
    public required string Address { get; init; }

    /// <summary>The key under which this device is remembered: serial number, else MAC, else address.</summary>
    public string Key => SerialNumber.Length > 0 ? SerialNumber : MacAddress ?? Address;
}

/// <summary>What a replacement camera is set to now, and can be set to.</summary>
public sealed record TargetState
{
    /// <summary>Who it is.</summary>
    public required TargetIdentity Identity { get; init; }

    /// <summary>Its settings in the profile's words.</summary>
    public required CameraProfile Current { get; init; }

    /// <summary>What it can do.</summary>
    public required TargetOptions Options { get; init; }

    /// <summary>Its clock minus ours; null = it does not tell.</summary>
    public TimeSpan? ClockOffset { get; init; }

    /// <summary>Areas that could not be read, path to reason: never planned as if they were empty.</summary>
    public IReadOnlyDictionary<string, string> Unread { get; init; } = new Dictionary<string, string>();
}
