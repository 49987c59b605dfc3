using System.Collections.Immutable;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace CamMigrate.Core.Profiles;

/// <summary>A sensor or channel and all that belongs to its picture (<c>tt:VideoSource</c>).</summary>
public sealed record VideoSource : ProfileNode
{
    /// <summary>Number on the device, from 1: the key of the list.</summary>
    [JsonRequired]
    [Range(1, 65535)]
    public int Number { get; init; }

    /// <summary>Channel name.</summary>
    public string? Name { get; init; }

    /// <summary>The part of the sensor that is shown: left, top, width, height in 0..1; null = unknown.</summary>
    [Length(4, 4), Range(0, 1)]
    public ImmutableArray<double>? Bounds { get; init; }

    /// <summary>Clockwise turn of the picture: 0, 90, 180 or 270 degrees.</summary>
    [AllowedValues(0, 90, 180, 270)]
    public int? Rotation { get; init; }

    /// <summary>Left and right exchanged, after rotation.</summary>
    public bool? Mirror { get; init; }

    /// <summary>Encoded streams, by name.</summary>
    public ImmutableArray<VideoEncoder>? VideoEncoders { get; init; }

    /// <summary>Picture settings in force by day, or always.</summary>
    public ImagingSettings? Imaging { get; init; }

    /// <summary>Other sets of picture settings that the device switches to.</summary>
    public ImmutableArray<ImagingProfile>? ImagingProfiles { get; init; }

    /// <summary>Overlays, matched by kind and geometry.</summary>
    public ImmutableArray<Osd>? Osds { get; init; }

    /// <summary>Privacy masks, matched by geometry.</summary>
    public ImmutableArray<Mask>? Masks { get; init; }

    /// <summary>Motion detection.</summary>
    public MotionDetection? MotionDetection { get; init; }

    /// <summary>Tamper detection.</summary>
    public TamperDetection? TamperDetection { get; init; }

    /// <summary>Analytics rules, by name.</summary>
    public ImmutableArray<Rule>? Rules { get; init; }

    /// <summary>Positions and tours of a movable camera.</summary>
    public PtzSettings? Ptz { get; init; }

    /// <summary>
    /// The camera behind this channel of a recorder: information, never applied; null = no recorder, or it does not
    /// tell.
    /// </summary>
    public ChannelDevice? Device { get; init; }

    /// <summary>
    /// True: masks and overlays that the lists do not name are not wanted; null or false: others stay.
    /// </summary>
    public bool? Exclusive { get; init; }
}

/// <summary>The camera behind a recorder's channel, as the recorder tells.</summary>
public sealed record ChannelDevice : ProfileNode
{
    /// <summary>Its host address.</summary>
    public string? Address { get; init; }

    /// <summary>Its port for settings.</summary>
    [Range(1, 65535)]
    public int? Port { get; init; }

    /// <summary>Protocol the recorder speaks to it, in the recorder's word.</summary>
    public string? Protocol { get; init; }

    /// <summary>Its model.</summary>
    public string? Model { get; init; }

    /// <summary>Its serial number.</summary>
    public string? SerialNumber { get; init; }

    /// <summary>Number of the input on that camera, from 1.</summary>
    [Range(1, 65535)]
    public int? Input { get; init; }
}
