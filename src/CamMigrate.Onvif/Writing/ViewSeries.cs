using CamMigrate.Core.Errors;

namespace CamMigrate.Onvif.Writing;

/// <summary>One setting written to view after view. It is judged with the last one, which therefore tells what became of
/// the views before it.</summary>
/// <param name="camera">The camera's address, for messages.</param>
internal sealed class ViewSeries(string camera)
{
    private readonly List<(string View, string Trouble, Func<bool> IsKept)> earlier = [];

    /// <summary>Writes to one view.</summary>
    /// <param name="view">Its token.</param>
    /// <param name="isLast">Whether the series ends with it.</param>
    /// <param name="operation">What is sent, for messages.</param>
    /// <param name="write">Sends it once.</param>
    /// <param name="isKept">Whether the camera, as it was last read, has the setting on this view.</param>
    /// <exception cref="CameraException">It failed; or it is the last one, and a view before it has not got the
    /// setting.</exception>
    internal async Task WriteAsync(string view, bool isLast, string operation, Func<Task> write, Func<bool> isKept)
    {
        try
        {
            await write();
        }
        catch (CameraException e) when (!isLast)
        {
            earlier.Add((view, e.Detail, isKept));
            throw;
        }
        catch (CameraException e) when (Missing() is { } words)
        {
            throw new CameraException(e.Reason, e.Request, $"{e.Detail} {words}", e)
            {
                Code = e.Code,
                HttpStatus = e.HttpStatus,
            };
        }

        if (!isLast) earlier.Add((view, "the camera accepted the value and did not keep it.", isKept));
        else if (Missing() is { } words)
            throw new CameraException(CameraError.Rejected, $"{camera}: {operation}", words);
    }

    private string? Missing()
    {
        var missing = earlier.Where(e => !e.IsKept()).Select(e => $"{Printable.Clip(e.View)}: {e.Trouble}").ToList();
        return missing.Count == 0 ? null : $"Not every view of the source has it. {string.Join(' ', missing)}";
    }
}
