namespace CamMigrate.Onvif.Soap;

/// <summary>
/// Lets one request after another try a login that the camera has not taken yet: where it tells its identity without one,
/// the next round asks many things at once, and each would be a failed login of its own.
/// </summary>
internal sealed class LoginTrial
{
    private readonly Lock gate = new();
    private Task last = Task.CompletedTask;

    /// <summary>Sends a request once those before it have their answers.</summary>
    /// <param name="send">Sends it.</param>
    internal async Task<T> AloneAsync<T>(Func<Task<T>> send)
    {
        Task before;
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (gate) (before, last) = (last, done.Task);
        try
        {
            await before;
            return await send();
        }
        finally
        {
            done.SetResult();
        }
    }
}
