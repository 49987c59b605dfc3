using System.Net.Sockets;
using Microsoft.Extensions.Logging;

namespace CamMigrate.Http.Udp;

/// <summary>What this folder logs.</summary>
internal static partial class Log
{
    [LoggerMessage(Level = LogLevel.Debug, Message = "{Where}: {Inquiry} cannot be asked there ({Error})")]
    internal static partial void CannotAsk(this ILogger logger, string where, string inquiry, SocketError error);
}
