using CamMigrate.Core.Planning;
using CamMigrate.Core.Reading;
using CamMigrate.Http;

namespace CamMigrate.Adapters.Hikvision;

/// <summary>
/// How the picture is turned: the blocks <c>ImageFlip</c> and <c>Corridor</c> of <c>/ISAPI/Image/channels/{n}</c>.
/// </summary>
internal static class HikvisionRotation
{
    private static readonly Dictionary<string, (int Rotation, bool Mirror)> Styles =
        new(StringComparer.OrdinalIgnoreCase)
        {
            ["LEFTRIGHT"] = (0, true),
            ["UPDOWN"] = (180, true), // upside down without turning is a half turn and a mirror
            ["CENTER"] = (180, false),
        };

    /// <summary>Rotation in degrees clockwise, and mirror after it; null where the camera does not say.</summary>
    internal static (int? Rotation, bool? Mirror) Parse(AnswerNode? image, int source, ReadingNotes notes)
    {
        var path = SettingPath.Source(source) + ".rotation";
        var (flip, corridor) = (image.At("ImageFlip"), image.At("Corridor"));
        if (flip is null && corridor is null) return (null, null);
        var style = flip.At("ImageFlipStyle");
        (int Rotation, bool Mirror)? turn = (0, false);
        if (flip.At("enabled").Bool() is true) turn = style.Map(Styles, path, notes);
        else style.Ignore(IgnoreRule.NotInForce);
        if (turn is not { } found) return (null, null);
        if (corridor.At("enabled").Bool() is not true) return found;
        // Which way a corridor picture is turned is written nowhere.
        notes.Assume(path);
        return ((found.Rotation + 90) % 360, found.Mirror);
    }
}
