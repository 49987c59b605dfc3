namespace CamMigrate.Simulator.Video.Clips;

/// <summary>The fill of a privacy mask.</summary>
internal static class MaskColor
{
    /// <summary>
    /// Six hexadecimal digits, red green blue; black where the mask names no such colour, for a mask must hide.
    /// </summary>
    public static string Of(WireMask mask)
    {
        var digits = mask.Color.StartsWith('#') ? mask.Color[1..] : mask.Color;
        return digits.Length == 6 && digits.All(char.IsAsciiHexDigit) ? digits : "000000";
    }
}
