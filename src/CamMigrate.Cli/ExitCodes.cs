using CamMigrate.Core.Errors;

namespace CamMigrate.Cli;

/// <summary>What the process says at its end.</summary>
internal static class ExitCodes
{
    internal const int Done = 0;
    internal const int Failed = 1;
    internal const int Differences = 2;
    internal const int Partly = 3;
    internal const int Unreachable = 4;
    internal const int LoginRefused = 5;
    internal const int NotProven = 6;
    internal const int DecisionNeeded = 7;
    internal const int Usage = 64;
    internal const int Cancelled = 130;

    /// <summary>Where several apply, the first of these.</summary>
    private static readonly int[] Order = [Cancelled, LoginRefused, Unreachable, DecisionNeeded, NotProven, Failed, Partly, Differences, Done];

    internal static int Of(CameraError reason) => reason switch
    {
        CameraError.Unauthorized => LoginRefused,
        CameraError.Unreachable or CameraError.TimedOut => Unreachable,
        _ => Failed,
    };

    internal static int Worst(params IEnumerable<int> codes) => codes.MinBy(c => Array.IndexOf(Order, c));
}
