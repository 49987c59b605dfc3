using System.Net;

namespace CamMigrate.Core.Discovery;

/// <summary>Tells whether somebody listens on a TCP port.</summary>
public interface IPortProbe
{
    /// <summary>Connects, and closes without a word.</summary>
    /// <param name="at">Address and port.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    Task<bool> IsOpenAsync(IPEndPoint at, CancellationToken cancellationToken);
}
