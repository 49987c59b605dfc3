using System.Globalization;
using System.Text;

namespace CamMigrate.Simulator.Video.Clips;

/// <summary>What an overlay hands to ffmpeg in a file. Overlay text comes from the wire: it is drawn, never interpreted.</summary>
internal static class DrawnText
{
    /// <summary>The conversions of strftime that every platform knows; others end the process on some.</summary>
    private const string Conversions = "aAbBdHIjmMpSwyYcxXZ%";

    /// <summary>Plain text on one line: control characters become spaces.</summary>
    public static string Plain(string text) => string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c)).TrimEnd();

    /// <summary>
    /// A clock for ffmpeg's text expansion: it starts at <paramref name="start"/> and runs with the frames. Each character of the
    /// pattern that could mean something to the expansion is escaped.
    /// </summary>
    public static string Clock(string format, DateTimeOffset start)
    {
        var pattern = new StringBuilder();
        for (var at = 0; at < format.Length; at++)
        {
            if (format[at] != '%')
                Append(pattern, format[at]);
            else if (at + 1 < format.Length && Conversions.Contains(format[at + 1], StringComparison.Ordinal))
                pattern.Append('%').Append(format[++at]);
            else
                pattern.Append("%%");
        }

        return string.Create(CultureInfo.InvariantCulture, $"%{{pts:gmtime:{start.ToUnixTimeSeconds()}:{pattern}}}");
    }

    private static void Append(StringBuilder pattern, char c)
    {
        if (char.IsControl(c))
            c = ' ';
        if (char.IsAscii(c) && !char.IsAsciiLetterOrDigit(c))
            pattern.Append('\\');
        pattern.Append(c);
    }
}
