using CamMigrate.Core.Planning;
using CamMigrate.Core.Reading;

namespace CamMigrate.Adapters.Dahua;

/// <summary>
/// How the picture is turned: <c>VideoImageControl[ch]</c>, before it <c>VideoInRotate[ch][p]</c>, before that the top
/// level of <c>VideoInOptions[ch]</c>.
/// </summary>
internal static class DahuaRotation
{
    /// <summary>Rotation in degrees clockwise, and mirror after it; null where the device does not say.</summary>
    internal static (int? Rotation, bool? Mirror) Parse(DahuaTables tables, int channel, int profile,
        ReadingNotes notes)
    {
        AnswerNode?[] places =
        [
            tables.Of("VideoImageControl", channel), tables.Of("VideoInRotate", channel, profile),
            DahuaOptions.Row(tables.Of("VideoInOptions", channel), profile),
        ];
        var own = places.FirstOrDefault(p => p.At("Flip") is not null || p.At("Rotate90") is not null);
        foreach (var other in places.Where(p => p != own)) other.Ignore(DahuaRule.Mirror, "Flip", "Mirror", "Rotate90");
        if (own is null) return (null, null);
        Rest(tables, channel, profile);
        var (flip, quarter) = (own.At("Flip").Bool() is true, own.At("Rotate90").Int(0, 2) ?? 0);
        // Its page calls the switch a turn by 180 degrees, its description "upside down"; which way a quarter goes is told.
        if (flip) notes.Assume(SettingPath.Source(channel + 1) + ".rotation");
        var turn = quarter switch { 1 => 90, 2 => 270, _ => 0 };
        return ((turn + (flip ? 180 : 0)) % 360, own.At("Mirror").Bool());
    }

    /// <summary>The rows of profiles that are not in force repeat it.</summary>
    private static void Rest(DahuaTables tables, int channel, int profile)
    {
        foreach (var (index, row) in tables.Of("VideoInRotate", channel).Items())
            if (index != profile) row.Ignore(IgnoreRule.NotInForce, "Flip", "Mirror", "Rotate90", "Name");
        var options = tables.Of("VideoInOptions", channel);
        for (var i = 0; i <= DahuaProfiles.Normal; i++)
            if (i != profile) DahuaOptions.Row(options, i).Ignore(IgnoreRule.NotInForce, "Flip", "Mirror", "Rotate90");
    }
}
