using CamMigrate.Core.Profiles;

namespace CamMigrate.Adapters.Hikvision;

/// <summary>The number of a stream: channel times 100 plus stream, 101 is the main stream of channel 1.</summary>
internal readonly record struct HikvisionStreamId(int Value)
{
    internal int Channel => Value / 100;

    internal int Stream => Value % 100;

    /// <summary>Name in the profile.</summary>
    internal string Name => Stream switch
    {
        1 => "main",
        2 => "sub",
        3 => "third",
        var n => FormattableString.Invariant($"stream{n}"),
    };

    internal static HikvisionStreamId? From(int? id) =>
        id is >= 101 and < 100_000 && id % 100 > 0 ? new(id.Value) : null;

    /// <param name="prefix">First part of the device's paths.</param>
    internal SourceStream Addresses(string prefix) => new()
    {
        Source = Channel,
        Stream = Name,
        RtspPath = FormattableString.Invariant($"/Streaming/Channels/{Value}"),
        SnapshotPath = FormattableString.Invariant($"/{prefix}/Streaming/channels/{Value}/picture"),
    };
}
