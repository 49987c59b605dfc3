namespace CamMigrate.Core.Planning;

/// <summary>A range in a device's own units, onto which per cent are mapped linearly.</summary>
/// <param name="Min">The device's lowest value, 0 per cent.</param>
/// <param name="Max">The device's highest value, 100 per cent.</param>
/// <param name="Step">Smallest difference the device keeps; 1 unless its options have decimals.</param>
public readonly record struct DeviceRange(double Min, double Max, double Step = 1)
{
    /// <summary>The device value for a percentage: mapped, then rounded to a step.</summary>
    /// <param name="percent">0 to 100; outside values are clamped.</param>
    public double FromPercent(double percent) => Round(Min + (Math.Clamp(percent, 0, 100) / 100 * (Max - Min)));

    /// <summary>The percentage of a device value.</summary>
    /// <param name="value">Value in device units; outside values are clamped.</param>
    public double ToPercent(double value) =>
        Max <= Min ? 0 : Math.Round((Math.Clamp(value, Min, Max) - Min) / (Max - Min) * 100, 4);

    /// <summary>The nearest value the range allows.</summary>
    /// <param name="value">Value in device units.</param>
    public double Clamp(double value) => Round(Math.Clamp(value, Min, Max));

    private double Round(double value) => Math.Clamp(Min + (Math.Round((value - Min) / Step, MidpointRounding.AwayFromZero) * Step), Min, Max);

    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant($"{Min}..{Max}");
}
