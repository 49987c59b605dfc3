using Microsoft.Extensions.Logging;

namespace CamMigrate.Http;

/// <summary>What this folder logs.</summary>
internal static partial class Log
{
    [LoggerMessage(Level = LogLevel.Debug, Message = "{Request} -> {Status}, {Bytes} bytes, {Milliseconds} ms")]
    internal static partial void Exchanged(
        this ILogger logger, string request, int status, int bytes, long milliseconds);

    [LoggerMessage(Level = LogLevel.Debug, Message = "{Request} -> {Failure}, {Milliseconds} ms")]
    internal static partial void Failed(this ILogger logger, string request, string failure, long milliseconds);

    [LoggerMessage(Level = LogLevel.Debug, Message = "{Request}: connection was closed, sent once more")]
    internal static partial void SentAgain(this ILogger logger, string request);
}
