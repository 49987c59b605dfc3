using System.Globalization;

namespace CamMigrate.Adapters.Hikvision;

/// <summary>A document that is worth asking for.</summary>
/// <param name="Pattern">Path below <c>/ISAPI/</c>; <c>#</c> stands for the channel's number.</param>
/// <param name="Setting">
/// The setting that stays unknown where it fails, for a channel's document below the video source; null = none.
/// </param>
/// <param name="Flag">The capability that names it; null = no capability does.</param>
/// <param name="WhenUnsaid">Whether it is asked for where the camera's capabilities are silent about it.</param>
internal sealed record HikvisionDocument(
    string Pattern, string? Setting = null, string? Flag = null, bool WhenUnsaid = true)
{
    /// <summary>
    /// Whether its path rests on descriptions alone: an error is taken for the camera's word for what it does not have.
    /// </summary>
    internal bool IsGuess { get; init; }

    /// <summary>
    /// Whether it is asked for whatever the capabilities say: their word is no proof, and a mask that nobody looked for
    /// is a mask lost.
    /// </summary>
    internal bool IsVital { get; init; }

    internal string Path(int channel) =>
        Pattern.Replace("#", channel.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
}
