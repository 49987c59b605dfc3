using System.Collections.Immutable;
using System.Net;

namespace CamMigrate.Core.Discovery;

/// <summary>Where cameras are looked for, and for how long.</summary>
public sealed record SearchOptions
{
    /// <summary>Ports that cameras mostly listen on: web pages, video, and ONVIF of its own.</summary>
    public static readonly ImmutableArray<int> UsualPorts = [80, 443, 554, 8000, 8080];

    /// <summary>Addresses to look at one by one, beside the question to all.</summary>
    public ImmutableArray<IPAddress> Addresses { get; init; } = [];

    /// <summary>TCP ports looked at on each of <see cref="Addresses"/>.</summary>
    public ImmutableArray<int> Ports { get; init; } = UsualPorts;

    /// <summary>Connections begun in a second, 1 to 1000.</summary>
    public int PerSecond { get; init; } = 250;

    /// <summary>Time for all of it; null = what it will need.</summary>
    public TimeSpan? Wait { get; init; }

    /// <summary>This machine's addresses.</summary>
    public ImmutableArray<LocalSubnet> Subnets { get; init; } = [];

    /// <summary>Whether commands are printed for Windows.</summary>
    public bool IsWindows { get; init; }

    /// <summary>Time that the search will not exceed.</summary>
    public TimeSpan Limit => Wait ?? Needed;

    private TimeSpan Needed => TimeSpan.FromSeconds(
        CameraSearch.UsualSeconds + Math.Ceiling((double)Addresses.Length * Ports.Length / PerSecond));
}
