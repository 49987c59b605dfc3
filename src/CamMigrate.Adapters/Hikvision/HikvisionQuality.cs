using CamMigrate.Core.Reading;

namespace CamMigrate.Adapters.Hikvision;

/// <summary>
/// <c>fixedQuality</c> names one of a few levels, not a quantity: its rank is what another maker's camera can follow.
/// </summary>
internal static class HikvisionQuality
{
    private static readonly int[] CameraLevels = [1, 20, 40, 60, 80, 100];
    private static readonly int[] RecorderLevels = [30, 45, 60, 75, 90];

    /// <summary>
    /// Rank in per cent of the device's levels; a value between two levels falls between their ranks.
    /// </summary>
    internal static double? Rank(AnswerNode? node, bool isRecorder)
    {
        if (node.PeekInt() is not { } value) return null;
        node.Taken();
        // 60 stands in both rows; any other value tells which row is meant, whatever the device calls itself.
        var levels = value != 60 && RecorderLevels.Contains(value) || value == 60 && isRecorder ? RecorderLevels
            : CameraLevels;
        var above = Array.FindIndex(levels, level => level >= value);
        if (above <= 0) return above == 0 ? 0 : 100;
        var (low, high) = (levels[above - 1], levels[above]);
        return Math.Round(100.0 / (levels.Length - 1) * (above - 1 + ((double)(value - low) / (high - low))), 2);
    }
}
