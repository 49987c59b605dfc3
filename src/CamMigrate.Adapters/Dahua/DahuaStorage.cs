using CamMigrate.Core.Profiles;
using CamMigrate.Core.Reading;

namespace CamMigrate.Adapters.Dahua;

/// <summary>
/// Cards and disks: <c>storageDevice.cgi?action=getDeviceAllInfo</c>; a camera without one refuses it.
/// </summary>
internal static class DahuaStorage
{
    internal static readonly DahuaCall Call =
        new("storageDevice.getDeviceAllInfo", "storageDevice.cgi?action=getDeviceAllInfo", "storage.getDeviceAllInfo")
        {
            Prefix = "list",
        };

    internal static StorageSettings? Parse(AnswerNode? media, AnswerNode? shares)
    {
        var list = media.At("info");
        var cards = list.Items().Select(i => i.Node).ToList();
        foreach (var card in cards)
        {
            card.At("Name").Taken();
            card.Ignore(IgnoreRule.Status, "State", "HealthDataFlag");
            foreach (var (_, part) in card.At("Detail").Items())
                part.Ignore(IgnoreRule.Status, "IsError", "Path", "Pointer", "TotalBytes", "Type", "UsedBytes");
        }

        var storage = new StorageSettings
        {
            Cards = media is null ? null : Math.Min(cards.Count, 65535),
            Shares = DahuaNotifications.Shares(shares) is { Length: > 0 } found ? found : null,
        };
        return storage == new StorageSettings() ? null : storage;
    }
}
