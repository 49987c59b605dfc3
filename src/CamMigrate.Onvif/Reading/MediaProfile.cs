using System.Xml.Linq;
using CamMigrate.Http;
using CamMigrate.Onvif.Soap;

namespace CamMigrate.Onvif.Reading;

/// <summary>A media profile, reduced to what leads to a stream.</summary>
/// <param name="Token">Its token.</param>
/// <param name="View"><c>tt:VideoSourceConfiguration</c>; null = it shows nothing.</param>
/// <param name="Encoder">The encoder configuration inside it; null = it encodes nothing.</param>
internal sealed record MediaProfile(string Token, XElement? View, XElement? Encoder)
{
    /// <summary>Reads a <c>GetProfilesResponse</c> of either media service.</summary>
    internal static List<MediaProfile> Parse(XElement answer) => answer.Items("Profiles").Select(p => new MediaProfile(
        p.Token(),
        p.At("Configurations", "VideoSource") ?? p.At("VideoSourceConfiguration"),
        p.At("Configurations", "VideoEncoder") ?? p.At("VideoEncoderConfiguration"))).ToList();
}
