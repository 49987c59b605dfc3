using Microsoft.Extensions.Logging;

namespace CamMigrate.Onvif.Soap;

/// <summary>What this folder logs.</summary>
internal static partial class Log
{
    [LoggerMessage(Level = LogLevel.Debug, Message = "{Camera}: login by {Kind}, clock {Seconds} s from ours")]
    internal static partial void LoggedIn(this ILogger logger, string camera, LoginKind kind, double seconds);

    [LoggerMessage(Level = LogLevel.Debug,
        Message = "{Camera}: the clock cannot be read without a login; ours is used to sign")]
    internal static partial void ClockHidden(this ILogger logger, string camera);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Camera}: {Operation} sent")]
    internal static partial void Wrote(this ILogger logger, string camera, string operation);
}
