using System.Xml.Linq;
using CamMigrate.Onvif.Soap;
using static CamMigrate.Onvif.Soap.OnvifNames;

namespace CamMigrate.Onvif.Clients;

/// <summary>The imaging service (<c>timg</c>); it is asked by the token of the video source.</summary>
internal sealed class ImagingClient(OnvifSession session)
{
    internal Task<XElement> GetImagingSettingsAsync(string source, CancellationToken cancellationToken) =>
        session.CallAsync(new XElement(Timg + "GetImagingSettings", Source(source)), cancellationToken);

    internal Task<XElement> GetOptionsAsync(string source, CancellationToken cancellationToken) =>
        session.CallAsync(new XElement(Timg + "GetOptions", Source(source)), cancellationToken);

    internal Task<XElement> SetImagingSettingsAsync(
        string source, XElement settings, CancellationToken cancellationToken) =>
        session.CallAsync(
            new XElement(Timg + "SetImagingSettings", Source(source),
                new XElement(Timg + "ImagingSettings", OnvifXml.Content(settings)),
                new XElement(Timg + "ForcePersistence", "true")),
            cancellationToken);

    private static XElement Source(string token) => new(Timg + "VideoSourceToken", token);
}
