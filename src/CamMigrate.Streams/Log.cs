using Microsoft.Extensions.Logging;

namespace CamMigrate.Streams;

/// <summary>What is logged of streams; addresses are logged without login.</summary>
internal static partial class Log
{
    [LoggerMessage(EventId = 1, Level = LogLevel.Debug, Message = "{Url}: recorded {Bytes} bytes in {Milliseconds} ms")]
    public static partial void Recorded(ILogger logger, string url, int bytes, long milliseconds);

    [LoggerMessage(EventId = 2, Level = LogLevel.Information, Message = "{Stream}: {Verdict}")]
    public static partial void Proven(ILogger logger, string stream, Core.Verification.CheckResult verdict);

    [LoggerMessage(EventId = 3, Level = LogLevel.Information, Message = "{Url}: busy, asked again in {Seconds} s")]
    public static partial void Busy(ILogger logger, string url, double seconds);

    [LoggerMessage(
        EventId = 4, Level = LogLevel.Debug, Message = "{Url}: no keyframe in the first look, a longer one follows")]
    public static partial void NoKeyframe(ILogger logger, string url);
}
