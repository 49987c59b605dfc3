using CamMigrate.Core.Profiles;

namespace CamMigrate.Core.Planning;

/// <summary>The names of settings: <c>videoSources[1].videoEncoders[main].resolution</c>. List items stand by their key.</summary>
public static class SettingPath
{
    /// <summary>The path of a video source.</summary>
    /// <param name="number">Its number.</param>
    public static string Source(int number) => FormattableString.Invariant($"videoSources[{number}]");

    /// <summary>The path of an encoder.</summary>
    /// <param name="number">Video source number.</param>
    /// <param name="stream">Stream name.</param>
    public static string Encoder(int number, string stream) => $"{Source(number)}.videoEncoders[{stream}]";

    /// <summary>The path of a mask. Planned masks always have a name: their own, or their place in the list.</summary>
    /// <param name="number">Video source number.</param>
    /// <param name="mask">The planned mask.</param>
    public static string Mask(int number, Mask mask) => $"{Source(number)}.masks[{mask.Name}]";

    /// <summary>The path of an overlay: by its kind, a text by its words.</summary>
    /// <param name="number">Video source number.</param>
    /// <param name="osd">The overlay.</param>
    public static string Osd(int number, Osd osd) => $"{Source(number)}.osds[{OsdKey(osd)}]";

    /// <summary>The key of an overlay in its list.</summary>
    /// <param name="osd">The overlay.</param>
    public static string OsdKey(Osd osd) => osd.Kind == OsdKind.Text ? osd.Text ?? "" : osd.Kind.ToString();

    /// <summary>Whether a setting is the area itself or lies within it.</summary>
    /// <param name="path">The setting.</param>
    /// <param name="area">The area, a path without trailing dot.</param>
    public static bool IsWithin(string path, string area) =>
        path.StartsWith(area, StringComparison.Ordinal)
        && (path.Length == area.Length || path[area.Length] is '.' or '[');

    /// <summary>The area name that <c>--only</c> and <c>--except</c> take: <c>time</c>, <c>masks</c>, <c>videoEncoders</c>, ...</summary>
    /// <param name="path">The setting.</param>
    public static string AreaOf(string path)
    {
        var inSource = path.StartsWith("videoSources[", StringComparison.Ordinal) ? path.IndexOf("].", StringComparison.Ordinal) : -1;
        var start = inSource < 0 ? 0 : inSource + 2;
        var end = path.AsSpan(start).IndexOfAny('.', '[');
        return end < 0 ? path[start..] : path.Substring(start, end);
    }
}
