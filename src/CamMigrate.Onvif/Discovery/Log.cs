using System.Net.Sockets;
using Microsoft.Extensions.Logging;

namespace CamMigrate.Onvif.Discovery;

/// <summary>What this folder logs.</summary>
internal static partial class Log
{
    [LoggerMessage(Level = LogLevel.Debug, Message = "{Where}: no WS-Discovery there ({Error})")]
    internal static partial void CannotProbe(this ILogger logger, string where, SocketError error);
}
