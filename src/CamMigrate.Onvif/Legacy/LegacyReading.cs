using CamMigrate.Core.Profiles;
using CamMigrate.Core.Reading;
using CamMigrate.Http;
using CamMigrate.Onvif.Reading;
using CamMigrate.Onvif.Soap;

namespace CamMigrate.Onvif.Legacy;

/// <summary>One reading of one camera: asks in few rounds, each of documents that do not need one another.</summary>
internal sealed class LegacyReading(CameraHttp http, OnvifSession session, CancellationToken cancellationToken)
{
    internal ReadingLedger Ledger { get; } = new();

    internal ReadingNotes Notes { get; } = new();

    internal async Task<CameraProfile> ReadAsync()
    {
        var (greeting, services, questions) = await BeginAsync();
        var device = new LegacyDevice(questions, services, Notes);
        var media = new LegacyMedia(questions, services, Notes);
        await Task.WhenAll(device.AskAsync(greeting), media.AskAsync());
        await Task.WhenAll(device.AskMoreAsync(), media.AskMoreAsync());
        var profile = device.Parse(http.Address);
        await http.ConfirmIdentityAsync(profile.Source?.SerialNumber, profile.Source?.MacAddress, cancellationToken);
        var sources = media.Parse();
        questions.Report(Notes);
        return profile with
        {
            Source = profile.Source! with { Streams = media.Streams },
            VideoSources = sources,
            Audio = media.Audio,
        };
    }

    internal async Task<ProfileSource?> IdentifyAsync()
    {
        var (greeting, services, questions) = await BeginAsync();
        var device = questions.Note("tds:GetDeviceInformation", greeting.Device);
        var interfaces = await questions.TryAsync(
            "tds:GetNetworkInterfaces", null, services.Device.GetNetworkInterfacesAsync);
        return LegacyIdentity.Source(device!.Node, interfaces.Node, http.Address.Host);
    }

    private async Task<(Greeting Greeting, OnvifServices Services, Questions Questions)> BeginAsync()
    {
        var greeting = await session.ConnectAsync(cancellationToken);
        await http.ConfirmIdentityAsync(greeting.Device.At("SerialNumber").AsText(), null, cancellationToken);
        return (greeting, new OnvifServices(session), new Questions(session, Ledger, cancellationToken));
    }
}
