using CamMigrate.Core.Reading;

namespace CamMigrate.Adapters.Hikvision;

/// <summary>
/// A host as ISAPI writes one: <c>addressingFormatType</c> says which of <c>ipAddress</c> and <c>hostName</c> counts.
/// </summary>
internal static class HikvisionHost
{
    /// <summary>Whether neither holds anything.</summary>
    internal static bool IsUnset(AnswerNode? node) =>
        HikvisionNetwork.IsUnset(node.At("ipAddress").Peek()) && HikvisionNetwork.IsUnset(node.At("ipv6Address").Peek())
            && node.At("hostName").Peek() is null;

    /// <summary>Address or name; null = none. The one that does not count keeps what was typed once.</summary>
    internal static string? Address(AnswerNode? node)
    {
        var format = node.At("addressingFormatType").Text();
        var isName = format is null ? HikvisionNetwork.IsUnset(node.At("ipAddress").Peek())
            : format.Equals("hostname", StringComparison.OrdinalIgnoreCase);
        if (isName)
        {
            node.Ignore(IgnoreRule.NotInForce, "ipAddress", "ipv6Address");
            return node.At("hostName").Text();
        }

        node.At("hostName").Ignore(IgnoreRule.NotInForce);
        return HikvisionNetwork.Address(node.At("ipAddress")) ?? HikvisionNetwork.Address(node.At("ipv6Address"));
    }
}
