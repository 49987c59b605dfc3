namespace CamMigrate.Core.Planning;

/// <summary>The meaning of a POSIX TZ string: offset and summer time rule. Two strings that mean the same are equal.</summary>
/// <param name="Offset">Standard time minus UTC (POSIX writes it with the sign turned).</param>
/// <param name="Dst">Summer time rule; null = none.</param>
public sealed record PosixTimeZone(TimeSpan Offset, DstRule? Dst)
{
    /// <summary>Name of standard time for <see cref="ToString"/>, letters only; not part of the meaning.</summary>
    public string StandardName { get; init; } = "UTC";

    /// <summary>Name of summer time for <see cref="ToString"/>; not part of the meaning.</summary>
    public string DstName { get; init; } = "DST";

    /// <summary>Reads a TZ string, leniently: plus signs, zero padding, seconds and a stray colon are accepted.</summary>
    /// <param name="text">As a device or a profile spells it.</param>
    /// <returns>Its meaning; null when it has none that can be told.</returns>
    public static PosixTimeZone? Parse(string? text) => PosixTimeZoneParser.Parse(text);

    /// <summary>The short POSIX form, <c>GMT0BST,M3.5.0/1,M10.5.0</c>.</summary>
    public override string ToString() => PosixTimeZoneParser.Format(this);

    /// <summary>Equal in meaning, whatever the names.</summary>
    /// <param name="other">The other zone.</param>
    public bool Equals(PosixTimeZone? other) => other is not null && Offset == other.Offset && Equals(Dst, other.Dst);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Offset, Dst);
}

/// <summary>When summer time is.</summary>
/// <param name="Saving">Summer time minus standard time.</param>
/// <param name="Start">First day, by the standard clock.</param>
/// <param name="End">Last day, by the summer clock.</param>
public sealed record DstRule(TimeSpan Saving, DstDate Start, DstDate End);

/// <summary>A day of the year as <c>M month.week.day/time</c>.</summary>
/// <param name="Month">1 to 12.</param>
/// <param name="Week">1 to 5, 5 = the last.</param>
/// <param name="Day">0 = Sunday.</param>
/// <param name="Time">Time of the change.</param>
public sealed record DstDate(int Month, int Week, int Day, TimeSpan Time);
