using System.Xml.Linq;

namespace CamMigrate.Onvif.Soap;

/// <summary>What a camera said while the session began.</summary>
/// <param name="Device"><c>GetDeviceInformationResponse</c>.</param>
/// <param name="Clock"><c>GetSystemDateAndTimeResponse</c>; null = not without a login.</param>
/// <param name="Services"><c>GetServicesResponse</c>; null = it has none, or none that can be read.</param>
/// <param name="Capabilities"><c>GetCapabilitiesResponse</c>; null = not needed.</param>
internal sealed record Greeting(XElement Device, XElement? Clock, XElement? Services, XElement? Capabilities);
