using CamMigrate.Core.Reading;

namespace CamMigrate.Adapters.Hikvision;

/// <summary>The streams of a device, as far as they could be told.</summary>
/// <param name="IsListed">Whether the device's own list came; nothing is missing from it then.</param>
internal sealed record HikvisionStreamList(bool IsListed)
{
    /// <summary>The streams, with the document of each.</summary>
    internal required IReadOnlyList<(HikvisionStreamId Id, AnswerNode Document)> Streams { get; init; }

    /// <summary>Channels that may have more streams than these.</summary>
    internal IReadOnlySet<int> UnreadChannels { get; init; } = new HashSet<int>();
}
