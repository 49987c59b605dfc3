using System.Globalization;
using System.Text;

namespace CamMigrate.Simulator.Video.Clips;

/// <summary>
/// What an overlay hands to ffmpeg in a file. Overlay text comes from the wire: it is drawn, never interpreted.
/// </summary>
internal static class DrawnText
{
    /// <summary>The conversions of strftime that every platform knows; others end the process on some.</summary>
    private const string Conversions = "aAbBdHIjmMpSwyYcxXZ%";

    /// <summary>Whether there is anything to draw; ffmpeg refuses an empty text.</summary>
    public static bool IsVisible(WireText text) => !string.IsNullOrWhiteSpace(text.ClockFormat ?? Plain(text.Text));

    /// <summary>What ffmpeg is to draw: text without expansion, or a clock with it.</summary>
    public static string Of(WireText text, DateTimeOffset clockStart) =>
        text.ClockFormat is { } format ? Clock(format, clockStart) : Plain(text.Text);

    /// <summary>Plain text on one line: control characters become spaces.</summary>
    private static string Plain(string text) => string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c)).TrimEnd();

    /// <summary>
    /// A clock for ffmpeg's text expansion: it starts at <paramref name="start"/> and runs with the frames. Each
    /// character of the pattern that could mean something to the expansion is escaped.
    /// </summary>
    private static string Clock(string format, DateTimeOffset start)
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
