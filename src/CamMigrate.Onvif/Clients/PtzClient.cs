using System.Xml.Linq;
using CamMigrate.Onvif.Soap;
using static CamMigrate.Onvif.Soap.OnvifNames;

namespace CamMigrate.Onvif.Clients;

/// <summary>The PTZ service (<c>tptz</c>), for reading.</summary>
internal sealed class PtzClient(OnvifSession session)
{
    internal Task<XElement> GetNodesAsync(CancellationToken cancellationToken) =>
        session.CallAsync(new XElement(Tptz + "GetNodes"), cancellationToken);

    internal Task<XElement> GetPresetsAsync(string profile, CancellationToken cancellationToken) =>
        session.CallAsync(new XElement(Tptz + "GetPresets", Profile(profile)), cancellationToken);

    internal Task<XElement> GetPresetToursAsync(string profile, CancellationToken cancellationToken) =>
        session.CallAsync(new XElement(Tptz + "GetPresetTours", Profile(profile)), cancellationToken);

    private static XElement Profile(string token) => new(Tptz + "ProfileToken", token);
}
