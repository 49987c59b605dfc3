using CamMigrate.Core.Profiles;

namespace CamMigrate.Adapters.Dahua;

/// <summary>A stream as the device numbers it.</summary>
/// <param name="Channel">Channel from 0.</param>
/// <param name="Subtype">0 is the main stream, 1 the first sub stream.</param>
internal readonly record struct DahuaStream(int Channel, int Subtype)
{
    /// <summary>Its name in a profile.</summary>
    internal string Name => Subtype switch
    {
        0 => "main",
        1 => "sub",
        2 => "third",
        _ => FormattableString.Invariant($"stream{Subtype + 1}"),
    };

    /// <summary>Number of its video source, from 1.</summary>
    internal int Source => Channel + 1;

    /// <summary>Where it is fetched: channels count from 1 here.</summary>
    /// <param name="hasCgi">Whether the device serves CGI: snapshots come over nothing else.</param>
    internal SourceStream Addresses(bool hasCgi) => new()
    {
        Source = Source,
        Stream = Name,
        RtspPath = FormattableString.Invariant($"/cam/realmonitor?channel={Source}&subtype={Subtype}"),
        SnapshotPath = hasCgi ? FormattableString.Invariant($"/cgi-bin/snapshot.cgi?channel={Source}") : null,
    };
}
