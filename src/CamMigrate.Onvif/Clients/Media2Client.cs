using System.Xml.Linq;
using CamMigrate.Onvif.Soap;
using static CamMigrate.Onvif.Soap.OnvifNames;

namespace CamMigrate.Onvif.Clients;

/// <summary>The media service of ONVIF's second generation (<c>tr2</c>): H.265 and masks are only here.</summary>
internal sealed class Media2Client(OnvifSession session) : IMediaClient
{
    internal Task<XElement> GetServiceCapabilitiesAsync(CancellationToken cancellationToken) =>
        CallAsync("GetServiceCapabilities", cancellationToken);

    // Without a type the profiles come empty.
    public Task<XElement> GetProfilesAsync(CancellationToken cancellationToken) =>
        CallAsync("GetProfiles", cancellationToken, new XElement(Tr2 + "Type", "All"));

    public Task<XElement> GetVideoEncoderConfigurationsAsync(CancellationToken cancellationToken) =>
        CallAsync("GetVideoEncoderConfigurations", cancellationToken);

    public Task<XElement> GetVideoEncoderConfigurationOptionsAsync(
        string configuration, CancellationToken cancellationToken) =>
        CallAsync("GetVideoEncoderConfigurationOptions", cancellationToken, Configuration(configuration));

    public Task<XElement> SetVideoEncoderConfigurationAsync(
        XElement configuration, CancellationToken cancellationToken) =>
        CallAsync("SetVideoEncoderConfiguration", cancellationToken, Configuration(configuration));

    public Task<XElement> GetVideoSourceConfigurationsAsync(CancellationToken cancellationToken) =>
        CallAsync("GetVideoSourceConfigurations", cancellationToken);

    public Task<XElement> GetVideoSourceConfigurationOptionsAsync(
        string configuration, CancellationToken cancellationToken) =>
        CallAsync("GetVideoSourceConfigurationOptions", cancellationToken, Configuration(configuration));

    public Task<XElement> SetVideoSourceConfigurationAsync(
        XElement configuration, CancellationToken cancellationToken) =>
        CallAsync("SetVideoSourceConfiguration", cancellationToken, Configuration(configuration));

    internal Task<XElement> GetMasksAsync(CancellationToken cancellationToken) =>
        CallAsync("GetMasks", cancellationToken);

    internal Task<XElement> GetMaskOptionsAsync(string configuration, CancellationToken cancellationToken) =>
        CallAsync("GetMaskOptions", cancellationToken, Configuration(configuration));

    internal Task<XElement> SetMaskAsync(XElement mask, CancellationToken cancellationToken) =>
        CallAsync("SetMask", cancellationToken, new XElement(Tr2 + "Mask", OnvifXml.Content(mask)));

    internal Task<XElement> CreateMaskAsync(XElement mask, CancellationToken cancellationToken) =>
        CallAsync("CreateMask", cancellationToken, new XElement(Tr2 + "Mask", OnvifXml.Content(mask)));

    public Task<XElement> GetOSDsAsync(CancellationToken cancellationToken) => CallAsync("GetOSDs", cancellationToken);

    public Task<XElement> GetOSDOptionsAsync(string configuration, CancellationToken cancellationToken) =>
        CallAsync("GetOSDOptions", cancellationToken, Configuration(configuration));

    public Task<XElement> SetOSDAsync(XElement osd, CancellationToken cancellationToken) =>
        CallAsync("SetOSD", cancellationToken, new XElement(Tr2 + "OSD", OnvifXml.Content(osd)));

    public Task<XElement> CreateOSDAsync(XElement osd, CancellationToken cancellationToken) =>
        CallAsync("CreateOSD", cancellationToken, new XElement(Tr2 + "OSD", OnvifXml.Content(osd)));

    public Task<XElement> GetStreamUriAsync(string profile, CancellationToken cancellationToken) =>
        CallAsync("GetStreamUri", cancellationToken, new XElement(Tr2 + "Protocol", "RTSP"),
            new XElement(Tr2 + "ProfileToken", profile));

    public Task<XElement> GetSnapshotUriAsync(string profile, CancellationToken cancellationToken) =>
        CallAsync("GetSnapshotUri", cancellationToken, new XElement(Tr2 + "ProfileToken", profile));

    public Task<XElement> GetAudioOutputConfigurationsAsync(CancellationToken cancellationToken) =>
        CallAsync("GetAudioOutputConfigurations", cancellationToken);

    public Task<XElement> GetAudioOutputConfigurationOptionsAsync(
        string configuration, CancellationToken cancellationToken) =>
        CallAsync("GetAudioOutputConfigurationOptions", cancellationToken, Configuration(configuration));

    private static XElement Configuration(string token) => new(Tr2 + "ConfigurationToken", token);

    private static XElement Configuration(XElement content) => new(Tr2 + "Configuration", OnvifXml.Content(content));

    private Task<XElement> CallAsync(string operation, CancellationToken cancellationToken, params object[] content) =>
        session.CallAsync(new XElement(Tr2 + operation, content), cancellationToken);
}
