using System.Collections.Immutable;
using CamMigrate.Onvif.Reading;

namespace CamMigrate.Onvif.Legacy;

/// <summary>One video source while it is read: what was asked about it.</summary>
internal sealed class LegacySource(int number, string token, ImmutableArray<LegacyProfile> profiles)
{
    /// <summary>Number, from 1, in the camera's order.</summary>
    internal int Number => number;

    /// <summary>Its token, as the imaging service wants it.</summary>
    internal string Token => token;

    /// <summary>The media profiles that show it.</summary>
    internal ImmutableArray<LegacyProfile> Profiles => profiles;

    /// <summary>Its configurations in use, each once.</summary>
    internal ImmutableArray<Part> Views { get; } = [.. profiles.Select(p => p.View!).DistinctBy(v => v.Token)];

    /// <summary>Its analytics configuration; null = it has none.</summary>
    internal Part? Analytics { get; } = profiles.Select(p => p.Analytics).FirstOrDefault(a => a is not null);

    /// <summary>The profile that moves it; null = none does.</summary>
    internal LegacyProfile? Moving { get; } = profiles.FirstOrDefault(p => p.Ptz is not null);

    /// <summary><c>tt:VideoSource</c>; null = it is known by name only.</summary>
    internal Part? Element { get; set; }

    /// <summary>Its encoders, main first, once they are named.</summary>
    internal ImmutableArray<OnvifEncoder> Encoders { get; set; } = [];

    /// <summary>The encoder configurations to take from, by token.</summary>
    internal Dictionary<string, Part> EncoderParts { get; } = new(StringComparer.Ordinal);

    internal Dictionary<string, Answer> StreamUris { get; } = new(StringComparer.Ordinal);

    internal Answer? SnapshotUri { get; set; }

    internal Answer? Imaging { get; set; }

    internal Answer? ImagingOptions { get; set; }

    internal Answer? Modules { get; set; }

    internal Answer? Rules { get; set; }

    internal Answer? Presets { get; set; }

    internal Answer? Tours { get; set; }
}
