using System.Xml.Linq;
using CamMigrate.Onvif.Soap;
using static CamMigrate.Onvif.Soap.OnvifNames;

namespace CamMigrate.Onvif.Clients;

/// <summary>The analytics service (<c>tan</c>), for reading; it is asked by the token of a configuration.</summary>
internal sealed class AnalyticsClient(OnvifSession session)
{
    internal Task<XElement> GetAnalyticsModulesAsync(string configuration, CancellationToken cancellationToken) =>
        session.CallAsync(new XElement(Tan + "GetAnalyticsModules", Configuration(configuration)), cancellationToken);

    internal Task<XElement> GetRulesAsync(string configuration, CancellationToken cancellationToken) =>
        session.CallAsync(new XElement(Tan + "GetRules", Configuration(configuration)), cancellationToken);

    private static XElement Configuration(string token) => new(Tan + "ConfigurationToken", token);
}
