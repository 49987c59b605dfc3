using System.Collections.Immutable;
using System.Xml.Linq;
using CamMigrate.Core.Planning;

namespace CamMigrate.Onvif.Reading;

/// <summary>Everything read from a camera, as its own elements, so that they can be edited and sent back.</summary>
internal sealed record OnvifSnapshot
{
    /// <summary><c>GetDeviceInformationResponse</c>.</summary>
    internal required XElement Device { get; init; }

    internal XElement? DateTime { get; init; }

    internal XElement? Ntp { get; init; }

    /// <summary><c>tds:GetServiceCapabilitiesResponse</c>.</summary>
    internal XElement? Capabilities { get; init; }

    internal XElement? Hostname { get; init; }

    internal XElement? Interfaces { get; init; }

    internal XElement? Gateway { get; init; }

    internal XElement? Dns { get; init; }

    internal XElement? Protocols { get; init; }

    internal XElement? Users { get; init; }

    internal ImmutableArray<OnvifSource> Sources { get; init; } = [];

    internal ImmutableDictionary<string, string> Unread { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>A source by its number; null = there is none.</summary>
    internal OnvifSource? Find(int number) => Sources.FirstOrDefault(s => s.Number == number);

    /// <summary>A source that is known to be there: steps are built for no other.</summary>
    internal OnvifSource Source(int number) => Sources.First(s => s.Number == number);

    internal OnvifSnapshot With(OnvifSource source) =>
        this with { Sources = [.. Sources.Select(s => s.Number == source.Number ? source : s)] };
}

/// <summary>One video source with what belongs to it.</summary>
internal sealed record OnvifSource
{
    /// <summary>Number, from 1, in the camera's order.</summary>
    internal required int Number { get; init; }

    /// <summary>Token, as the imaging service wants it.</summary>
    internal required string Token { get; init; }

    /// <summary><c>tt:VideoSource</c>; null = only known by name.</summary>
    internal XElement? Element { get; init; }

    /// <summary>Its configurations that media profiles use.</summary>
    internal ImmutableArray<OnvifView> Views { get; init; } = [];

    /// <summary>Its encoders, main first.</summary>
    internal ImmutableArray<OnvifEncoder> Encoders { get; init; } = [];

    /// <summary><c>tt:ImagingSettings20</c>.</summary>
    internal XElement? Imaging { get; init; }

    /// <summary><c>tt:ImagingOptions20</c>.</summary>
    internal XElement? ImagingOptions { get; init; }

    /// <summary>Whether masks were read.</summary>
    internal bool HasMasks { get; init; }

    /// <summary>Whether a mask on one configuration covers the whole source.</summary>
    internal bool IsSourceMask { get; init; }

    /// <summary>Whether overlays were read.</summary>
    internal bool HasOsds { get; init; }

    /// <summary>The configurations on which masks must stand.</summary>
    internal ImmutableArray<OnvifView> MaskViews => IsSourceMask ? [.. Views.Take(1)] : Views;
}

/// <summary>A video source configuration in use: a view of the source, to which masks and overlays belong.</summary>
internal sealed record OnvifView
{
    internal required string Token { get; init; }

    /// <summary><c>tt:VideoSourceConfiguration</c>.</summary>
    internal required XElement Element { get; init; }

    /// <summary><c>tt:VideoSourceConfigurationOptions</c>.</summary>
    internal XElement? Options { get; init; }

    /// <summary><c>tr2:Mask</c> elements.</summary>
    internal ImmutableArray<XElement> Masks { get; init; } = [];

    /// <summary><c>tr2:MaskOptions</c>.</summary>
    internal XElement? MaskOptions { get; init; }

    /// <summary>Text overlays, <c>tt:OSDConfiguration</c>.</summary>
    internal ImmutableArray<XElement> Osds { get; init; } = [];

    /// <summary><c>tt:OSDConfigurationOptions</c>.</summary>
    internal XElement? OsdOptions { get; init; }
}

/// <summary>An encoder configuration in use.</summary>
internal sealed record OnvifEncoder
{
    internal required string Stream { get; init; }

    internal required string Token { get; init; }

    /// <summary>The configuration, of the media service in use.</summary>
    internal required XElement Element { get; init; }

    internal required VideoEncoderOptions Options { get; init; }

    /// <summary>A media profile that has it: its address gives the stream.</summary>
    internal required string ProfileToken { get; init; }

    /// <summary>How many media profiles have it: writing it changes the streams of all.</summary>
    internal required int Profiles { get; init; }
}
