using System.Xml.Linq;

namespace CamMigrate.Onvif.Clients;

/// <summary>What both media services can do, by the same names.</summary>
internal interface IMediaClient
{
    Task<XElement> GetProfilesAsync(CancellationToken cancellationToken);

    Task<XElement> GetVideoEncoderConfigurationsAsync(CancellationToken cancellationToken);

    Task<XElement> GetVideoEncoderConfigurationOptionsAsync(string configuration, CancellationToken cancellationToken);

    Task<XElement> SetVideoEncoderConfigurationAsync(XElement configuration, CancellationToken cancellationToken);

    Task<XElement> GetVideoSourceConfigurationsAsync(CancellationToken cancellationToken);

    Task<XElement> GetVideoSourceConfigurationOptionsAsync(string configuration, CancellationToken cancellationToken);

    Task<XElement> SetVideoSourceConfigurationAsync(XElement configuration, CancellationToken cancellationToken);

    Task<XElement> GetOSDsAsync(CancellationToken cancellationToken);

    Task<XElement> GetOSDOptionsAsync(string configuration, CancellationToken cancellationToken);

    Task<XElement> SetOSDAsync(XElement osd, CancellationToken cancellationToken);

    Task<XElement> CreateOSDAsync(XElement osd, CancellationToken cancellationToken);

    /// <summary>Asks for the address of a profile's stream over RTSP in TCP.</summary>
    Task<XElement> GetStreamUriAsync(string profile, CancellationToken cancellationToken);

    /// <summary>Asks for the address of a JPEG of a profile's picture.</summary>
    Task<XElement> GetSnapshotUriAsync(string profile, CancellationToken cancellationToken);

    Task<XElement> GetAudioOutputConfigurationsAsync(CancellationToken cancellationToken);

    Task<XElement> GetAudioOutputConfigurationOptionsAsync(string configuration, CancellationToken cancellationToken);
}
