using System.Xml;
using CamMigrate.Core.Reading;

namespace CamMigrate.Onvif.Areas;

/// <summary>Durations as XML Schema writes them (<c>PT5S</c>).</summary>
internal static class OnvifDuration
{
    /// <summary>Takes a duration in seconds; some write a bare number of seconds. Null = it is none, or too long.</summary>
    /// <param name="node">The value.</param>
    /// <param name="most">Longest duration taken, seconds.</param>
    internal static double? Take(AnswerNode? node, double most)
    {
        if (Parse(node) is not { } seconds) return null;
        if (seconds < 0 || seconds > most)
        {
            node.Because("out of range");
            return null;
        }

        node.Taken();
        return Math.Round(seconds, 3);
    }

    private static double? Parse(AnswerNode? node)
    {
        if (node.PeekNumber() is { } bare) return bare;
        if (node.Peek() is not { Length: <= 40 } text) return null;
        try
        {
            return XmlConvert.ToTimeSpan(text).TotalSeconds;
        }
        catch (Exception e) when (e is FormatException or OverflowException)
        {
            return null; // not a duration: the value stays where it is
        }
    }
}
