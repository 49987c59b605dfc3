using System.Collections.Immutable;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace CamMigrate.Core.Profiles;

/// <summary>The device a profile was read from.</summary>
public sealed record ProfileSource : ProfileNode
{
    /// <summary>The adapter that read it: <c>hikvision</c>, <c>dahua</c> or <c>onvif</c>.</summary>
    public string? Adapter { get; init; }

    /// <summary>Manufacturer as the device says.</summary>
    public string? Manufacturer { get; init; }

    /// <summary>Model.</summary>
    public string? Model { get; init; }

    /// <summary>Firmware version and build.</summary>
    public string? Firmware { get; init; }

    /// <summary>Serial number.</summary>
    public string? SerialNumber { get; init; }

    /// <summary>MAC address, lower case with colons.</summary>
    [RegularExpression(
        "^[0-9A-Fa-f]{2}(:[0-9A-Fa-f]{2}){5}$", ErrorMessage = "a MAC address is written '00:00:5e:00:53:1f'")]
    public string? MacAddress { get; init; }

    /// <summary>Address at which it was read.</summary>
    public string? Address { get; init; }

    /// <summary>Where its pictures could be fetched.</summary>
    public ImmutableArray<SourceStream>? Streams { get; init; }
}

/// <summary>The addresses of one stream of the old camera, relative to its host.</summary>
public sealed record SourceStream : ProfileNode
{
    /// <summary>Video source number, from 1.</summary>
    [JsonRequired]
    [Range(1, 65535)]
    public int Source { get; init; }

    /// <summary>Stream name: <c>main</c>, <c>sub</c>, <c>third</c>, ...</summary>
    public required string Stream { get; init; }

    /// <summary>RTSP path and query.</summary>
    public string? RtspPath { get; init; }

    /// <summary>Path of a JPEG of the current picture.</summary>
    public string? SnapshotPath { get; init; }
}
