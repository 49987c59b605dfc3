namespace CamMigrate.Adapters.Hikvision;

/// <summary>Rules of this vendor beside the general ones.</summary>
internal static class HikvisionIgnoreRule
{
    internal const string Reserved = "reserved: a preset of this number is a command of the camera, not a position";
}
