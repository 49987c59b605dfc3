namespace CamMigrate.Http;

/// <summary>Sees what a camera answers, as it came: a recording is made of that.</summary>
/// <remarks>With several connections it is called from several threads at once.</remarks>
public interface IExchangeTap
{
    /// <summary>Takes one final answer, whatever its status. The 401 that only asks for a login is none.</summary>
    /// <param name="request">What was asked.</param>
    /// <param name="response">What was answered.</param>
    void Take(CameraRequest request, CameraResponse response);

    /// <summary>Notes that no whole answer came.</summary>
    /// <param name="request">What was asked.</param>
    void Lose(CameraRequest request)
    {
    }
}
