using CamMigrate.Core.Planning;
using CamMigrate.Core.Profiles;
using CamMigrate.Core.Profiles.Yaml;

namespace CamMigrate.Cli.Commands;

/// <summary>The profile a person asks for: the file, the overlays laid over it, the areas chosen of it.</summary>
internal static class WantedProfile
{
    internal static CameraProfile Load(string path, string[]? overlays, Func<string, bool> isAreaWanted) =>
        Planner.Select((overlays ?? []).Aggregate(ProfileYaml.Load(path), (profile, file) => ProfileOverlay.Load(file).Apply(profile)), isAreaWanted);
}
