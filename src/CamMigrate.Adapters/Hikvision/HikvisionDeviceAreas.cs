using CamMigrate.Core.Profiles;
using CamMigrate.Core.Reading;

namespace CamMigrate.Adapters.Hikvision;

/// <summary>Puts together what belongs to the device as a whole.</summary>
internal sealed class HikvisionDeviceAreas(HikvisionAnswers answers, ReadingNotes notes)
{
    /// <summary>Reads it.</summary>
    /// <param name="info">Who the device is; null = it did not say.</param>
    /// <param name="single">Lists, or their first entries.</param>
    /// <param name="host">Address as given.</param>
    internal async Task<CameraProfile> ReadAsync(AnswerNode? info, HikvisionSingles single, string host)
    {
        var time = await answers.ReadAsync(HikvisionCatalog.Time);
        var ports = await answers.ReadAsync(HikvisionCatalog.Ports);
        var profile = new CameraProfile
        {
            Kind = ProfileKind.CameraProfile,
            Camera = HikvisionIdentity.Name(info),
            Source = HikvisionIdentity.Source(info, host),
            Time = HikvisionTime.Parse(time, single.NtpServers, notes),
            Network = await NetworkAsync(ports),
            Services = await HikvisionServices.ReadAsync(answers, HikvisionNetwork.Bonjour(ports), notes),
            Users = await answers.ReadAsync(HikvisionCatalog.Users) is { } users
                ? HikvisionServices.Users(users, notes) : null,
            Holidays = HikvisionHolidays.Parse(await answers.ReadAsync(HikvisionCatalog.Holidays), notes),
            Notifications = HikvisionNotifications.Parse(
                await answers.ReadAsync(HikvisionCatalog.HttpHosts), await answers.ReadAsync(HikvisionCatalog.Mail),
                await answers.ReadAsync(HikvisionCatalog.Ftp), notes),
            Storage = HikvisionStorage.Parse(await answers.ReadAsync(HikvisionCatalog.Storage)),
        };
        await NoteTheRestAsync();
        return profile;
    }

    private async Task<NetworkSettings?> NetworkAsync(AnswerNode? ports) => HikvisionNetwork.Parse(
        await answers.ReadAsync(HikvisionCatalog.Interfaces), ports,
        HikvisionServices.Enabled(await answers.ReadAsync(HikvisionCatalog.Dot1x)), notes);

    /// <summary>Documents without a place in the profile: their values are listed, their failures noted.</summary>
    private async Task NoteTheRestAsync()
    {
        HikvisionDocument[] rest =
        [
            HikvisionCatalog.UpnpPorts, HikvisionCatalog.Integrate, HikvisionCatalog.Pppoe, HikvisionCatalog.IpFilter,
            HikvisionCatalog.WebCertificate, HikvisionCatalog.Wireless, HikvisionCatalog.WirelessServer,
            HikvisionCatalog.OnvifUsers, HikvisionCatalog.LoginLock,
        ];
        foreach (var document in rest)
            foreach (var entry in (await answers.ReadAsync(document))?.DescendantsAndSelf() ?? [])
                if (!entry.IsLeaf) entry.At("id").Ignore(IgnoreRule.Identity);
    }
}
