using System.Xml.Linq;
using CamMigrate.Onvif.Soap;
using static CamMigrate.Onvif.Soap.OnvifNames;

namespace CamMigrate.Onvif.Clients;

/// <summary>The DeviceIO service (<c>tmd</c>), for reading. Relays are asked of the device service, which has them
/// everywhere.</summary>
internal sealed class DeviceIoClient(OnvifSession session)
{
    internal Task<XElement> GetDigitalInputsAsync(CancellationToken cancellationToken) =>
        session.CallAsync(new XElement(Tmd + "GetDigitalInputs"), cancellationToken);

    internal Task<XElement> GetAudioSourcesAsync(CancellationToken cancellationToken) =>
        session.CallAsync(new XElement(Tmd + "GetAudioSources"), cancellationToken);

    internal Task<XElement> GetAudioOutputsAsync(CancellationToken cancellationToken) =>
        session.CallAsync(new XElement(Tmd + "GetAudioOutputs"), cancellationToken);
}
