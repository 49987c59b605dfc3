using CamMigrate.Core.Profiles;
using CamMigrate.Core.Reading;

namespace CamMigrate.Adapters.Dahua;

/// <summary>
/// The camera behind a recorder's channel: entries <c>uuid:System_CONFIG_NETCAMERA_INFO_n</c> of the table
/// <c>RemoteDevice</c>, n the channel from 0. Their passwords are not read.
/// </summary>
internal static class DahuaRemote
{
    internal static ChannelDevice? Parse(AnswerNode? table, int channel)
    {
        var end = FormattableString.Invariant($"_INFO_{channel}");
        var row = (table?.Children ?? []).FirstOrDefault(c => c.Name.EndsWith(end, StringComparison.OrdinalIgnoreCase));
        if (row is null) return null;
        row.At("VideoInputs").Row(0).At("Name").Ignore(IgnoreRule.Derived); // the title of the channel, carried there
        var device = new ChannelDevice
        {
            Address = DahuaNetwork.Host(row.At("Address")),
            Port = (row.At("HttpPort") ?? row.At("Port")).Int(1),
            Protocol = row.At("ProtocolType").Text() ?? row.At("Protocol").Text(),
            Model = row.At("DeviceType").Text(),
            SerialNumber = row.At("SerialNo").Text(),
        };
        row.At("SerialNo").Ignore(IgnoreRule.Identity);
        if (row.At("HttpPort") is not null) row.At("Port").Because("the profile has the port for settings");
        return device == new ChannelDevice() ? null : device;
    }
}
