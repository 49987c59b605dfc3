using CamMigrate.Core.Profiles;
using CamMigrate.Core.Profiles.Yaml;

namespace CamMigrate.Cli.Commands;

/// <summary>The profile a person asks for: the file, and the overlays laid over it.</summary>
internal static class WantedProfile
{
    internal static CameraProfile Load(string path, string[]? overlays) =>
        (overlays ?? []).Aggregate(ProfileYaml.Load(path), (profile, file) => ProfileOverlay.Load(file).Apply(profile));
}
