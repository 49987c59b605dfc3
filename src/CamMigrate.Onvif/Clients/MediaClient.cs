using System.Xml.Linq;
using CamMigrate.Onvif.Soap;
using static CamMigrate.Onvif.Soap.OnvifNames;

namespace CamMigrate.Onvif.Clients;

/// <summary>The media service of ONVIF's first generation (<c>trt</c>).</summary>
internal sealed class MediaClient(OnvifSession session) : IMediaClient
{
    public Task<XElement> GetProfilesAsync(CancellationToken cancellationToken) =>
        CallAsync("GetProfiles", cancellationToken);

    internal Task<XElement> GetAudioSourcesAsync(CancellationToken cancellationToken) =>
        CallAsync("GetAudioSources", cancellationToken);

    internal Task<XElement> GetAudioOutputsAsync(CancellationToken cancellationToken) =>
        CallAsync("GetAudioOutputs", cancellationToken);

    public Task<XElement> GetSnapshotUriAsync(string profile, CancellationToken cancellationToken) =>
        CallAsync("GetSnapshotUri", cancellationToken, new XElement(Trt + "ProfileToken", profile));

    public Task<XElement> GetAudioOutputConfigurationsAsync(CancellationToken cancellationToken) =>
        CallAsync("GetAudioOutputConfigurations", cancellationToken);

    public Task<XElement> GetAudioOutputConfigurationOptionsAsync(
        string configuration, CancellationToken cancellationToken) =>
        CallAsync("GetAudioOutputConfigurationOptions", cancellationToken, Configuration(configuration));

    internal Task<XElement> GetVideoSourcesAsync(CancellationToken cancellationToken) =>
        CallAsync("GetVideoSources", cancellationToken);

    public Task<XElement> GetVideoEncoderConfigurationsAsync(CancellationToken cancellationToken) =>
        CallAsync("GetVideoEncoderConfigurations", cancellationToken);

    public Task<XElement> GetVideoEncoderConfigurationOptionsAsync(
        string configuration, CancellationToken cancellationToken) =>
        CallAsync("GetVideoEncoderConfigurationOptions", cancellationToken, Configuration(configuration));

    public Task<XElement> SetVideoEncoderConfigurationAsync(
        XElement configuration, CancellationToken cancellationToken) =>
        CallAsync("SetVideoEncoderConfiguration", cancellationToken, Configuration(configuration), Persist());

    public Task<XElement> GetVideoSourceConfigurationsAsync(CancellationToken cancellationToken) =>
        CallAsync("GetVideoSourceConfigurations", cancellationToken);

    public Task<XElement> GetVideoSourceConfigurationOptionsAsync(
        string configuration, CancellationToken cancellationToken) =>
        CallAsync("GetVideoSourceConfigurationOptions", cancellationToken, Configuration(configuration));

    public Task<XElement> SetVideoSourceConfigurationAsync(
        XElement configuration, CancellationToken cancellationToken) =>
        CallAsync("SetVideoSourceConfiguration", cancellationToken, Configuration(configuration), Persist());

    public Task<XElement> GetOSDsAsync(CancellationToken cancellationToken) => CallAsync("GetOSDs", cancellationToken);

    public Task<XElement> GetOSDOptionsAsync(string configuration, CancellationToken cancellationToken) =>
        CallAsync("GetOSDOptions", cancellationToken, Configuration(configuration));

    public Task<XElement> SetOSDAsync(XElement osd, CancellationToken cancellationToken) =>
        CallAsync("SetOSD", cancellationToken, new XElement(Trt + "OSD", OnvifXml.Content(osd)));

    public Task<XElement> CreateOSDAsync(XElement osd, CancellationToken cancellationToken) =>
        CallAsync("CreateOSD", cancellationToken, new XElement(Trt + "OSD", OnvifXml.Content(osd)));

    public Task<XElement> GetStreamUriAsync(string profile, CancellationToken cancellationToken) =>
        CallAsync("GetStreamUri", cancellationToken,
            new XElement(Trt + "StreamSetup", new XElement(Tt + "Stream", "RTP-Unicast"),
                new XElement(Tt + "Transport", new XElement(Tt + "Protocol", "RTSP"))),
            new XElement(Trt + "ProfileToken", profile));

    private static XElement Configuration(string token) => new(Trt + "ConfigurationToken", token);

    private static XElement Configuration(XElement content) => new(Trt + "Configuration", OnvifXml.Content(content));

    // Obsolete, and still required by the schema.
    private static XElement Persist() => new(Trt + "ForcePersistence", "true");

    private Task<XElement> CallAsync(string operation, CancellationToken cancellationToken, params object[] content) =>
        session.CallAsync(new XElement(Trt + operation, content), cancellationToken);
}
