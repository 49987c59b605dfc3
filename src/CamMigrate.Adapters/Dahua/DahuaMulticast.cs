using CamMigrate.Core.Profiles;
using CamMigrate.Core.Reading;

namespace CamMigrate.Adapters.Dahua;

/// <summary>
/// Multicast of a stream: rows <c>RTP[n]</c> of the table <c>Multicast</c>. Its members are unverified.
/// </summary>
internal static class DahuaMulticast
{
    internal static MulticastSettings? Parse(AnswerNode? table, DahuaStream stream, string path, ReadingNotes notes)
    {
        var row = table.At("RTP").Items().Select(i => i.Node).FirstOrDefault(r => Is(r, stream));
        if (row.At("Enable").Bool() is not { } enabled) return null;
        row.Ignore(IgnoreRule.Identity, "StreamType", "Channel");
        var group = row.At("MulticastAddr");
        if (DahuaNetwork.IsUnset(group.Peek()))
        {
            group.Ignore(IgnoreRule.Unset);
            row.Ignore(IgnoreRule.NotInForce, "Port", "TTL");
            if (enabled)
                notes.Info(
                    path + ".multicast",
                    "multicast is switched on without a group address, so nothing is sent; it is carried as off.");
            return new MulticastSettings { Enabled = false };
        }

        notes.Assume(path + ".multicast");
        return new MulticastSettings
        {
            Enabled = enabled,
            Address = DahuaNetwork.Address(group, null),
            Port = row.At("Port").Int(),
            Ttl = row.At("TTL").Int(0, 255),
        };
    }

    private static bool Is(AnswerNode row, DahuaStream stream)
    {
        if ((row.At("Channel").PeekInt() ?? 0) != stream.Channel) return false;
        var type = row.At("StreamType");
        var subtype = type.PeekInt() ?? type.Peek()?.ToUpperInvariant() switch
        {
            "MAIN" => 0,
            "EXTRA" or "EXTRA1" or "SUB" => 1,
            "EXTRA2" => 2,
            "EXTRA3" => 3,
            _ => null,
        };
        return subtype == stream.Subtype;
    }
}
