using CamMigrate.Core.Profiles;
using CamMigrate.Core.Reading;

namespace CamMigrate.Adapters.Hikvision;

/// <summary>Cards, disks and shares: <c>GET /ISAPI/ContentMgmt/Storage</c>.</summary>
internal static class HikvisionStorage
{
    internal static StorageSettings? Parse(AnswerNode? document)
    {
        if (document is null) return null;
        var disks = document.At("hddList").Children("hdd").Concat(document.At("ssdList").Children("ssd")).ToList();
        foreach (var disk in disks) Disk(disk);
        var shares = document.At("nasList");
        shares.Ignore(IgnoreRule.Capability, "supportMountType", "authentication");
        return new StorageSettings
        {
            Cards = disks.Count,
            Shares = [.. shares.Children("nas").Select(Share).OfType<NetworkShare>()],
        };
    }

    /// <summary>That it is there is carried: its number counts.</summary>
    private static void Disk(AnswerNode disk)
    {
        disk.At("id").Taken();
        disk.Ignore(IgnoreRule.Identity, "hddName", "hddPath", "hddType");
        disk.Ignore(IgnoreRule.Status, "status", "capacity", "freeSpace", "formatType", "installationTime");
        disk.At("Encryption").Ignore(IgnoreRule.Status, "encryptionStatus");
        disk.At("Encryption").Ignore(IgnoreRule.Capability, "passwordLen", "encryptFormatType");
    }

    private static NetworkShare? Share(AnswerNode nas)
    {
        nas.At("id").Ignore(IgnoreRule.Identity);
        nas.Ignore(IgnoreRule.Status, "status", "capacity", "freeSpace");
        nas.At("Encryption").Ignore(IgnoreRule.Status, "encryptionStatus");
        if (HikvisionHost.IsUnset(nas))
        {
            nas.Ignore(
                IgnoreRule.Unused, "addressingFormatType", "ipAddress", "hostName", "portNo", "nasType", "path",
                "property", "mountType", "userName");
            return null;
        }

        if (nas.At("portNo").PeekInt() is 0) nas.At("portNo").Ignore(IgnoreRule.Unset);
        return new NetworkShare
        {
            Address = HikvisionHost.Address(nas),
            Path = nas.At("path").Text(),
            HasPassword = nas.At("userName").Peek() is not null,
        };
    }
}
