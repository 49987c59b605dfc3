using CamMigrate.Core.Ports;

namespace CamMigrate.Http.Recording;

/// <summary>Whose recording it is, as far as it must be known to be taken out, or may stay.</summary>
public sealed record RecordedDevice
{
    /// <summary>The address that was dialled: taken out.</summary>
    public required CameraAddress Address { get; init; }

    /// <summary>The login that was used: taken out.</summary>
    public required Credential Credential { get; init; }

    /// <summary>The adapter that read it; null = unknown.</summary>
    public string? Adapter { get; init; }

    /// <summary>Its model, which stays; null = unknown.</summary>
    public string? Model { get; init; }

    /// <summary>Its firmware, which stays; null = unknown.</summary>
    public string? Firmware { get; init; }

    /// <summary>Its serial number: taken out wherever it stands; null = unknown.</summary>
    public string? SerialNumber { get; init; }

    /// <summary>When it was recorded.</summary>
    public required DateTimeOffset RecordedAt { get; init; }
}

/// <summary>What a recording holds.</summary>
/// <param name="Answers">Answers kept.</param>
/// <param name="LeftOut">Answers not kept: pictures, and what could not be made anonymous.</param>
/// <param name="Replaced">Different values that were replaced.</param>
public sealed record RecordingSummary(int Answers, int LeftOut, int Replaced);
