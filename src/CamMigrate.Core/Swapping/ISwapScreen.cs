using CamMigrate.Core.Applying;
using CamMigrate.Core.Planning;
using CamMigrate.Core.Ports;
using CamMigrate.Core.Profiles;
using CamMigrate.Core.Verification;

namespace CamMigrate.Core.Swapping;

/// <summary>What a person sees of a swap, and is asked.</summary>
public interface ISwapScreen
{
    /// <summary>A step begins.</summary>
    /// <param name="what">What is done, as a sentence.</param>
    void Step(string what);

    /// <summary>The old camera was read.</summary>
    /// <param name="report">What was read.</param>
    /// <param name="profilePath">Where the profile is.</param>
    void Read(ReadReport report, string profilePath);

    /// <summary>The work goes on from a profile saved before.</summary>
    /// <param name="profile">It.</param>
    /// <param name="folder">The run's folder.</param>
    void Resumed(CameraProfile profile, string folder);

    /// <summary>The new camera does not answer: cables may have to be changed.</summary>
    /// <param name="description">How it was named.</param>
    /// <param name="wait">How long it is waited for.</param>
    void WaitingForNew(string description, TimeSpan wait);

    /// <summary>Both cameras, and what would be written.</summary>
    /// <param name="old">The old camera.</param>
    /// <param name="plan">The plan.</param>
    void Plan(ProfileSource? old, Plan plan);

    /// <summary>Asks whether to write.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Whether the answer was yes.</returns>
    Task<bool> ConfirmAsync(Plan plan, CancellationToken cancellationToken);

    /// <summary>A write was made and read back.</summary>
    /// <param name="step">It.</param>
    /// <param name="outcomes">How its settings ended.</param>
    void Written(WriteStep step, IReadOnlyList<SettingOutcome> outcomes);

    /// <summary>A stream was judged.</summary>
    /// <param name="stream">It.</param>
    void Stream(StreamReport stream);
}
