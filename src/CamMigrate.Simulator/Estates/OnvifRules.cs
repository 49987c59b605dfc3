using System.Globalization;

namespace CamMigrate.Simulator.Estates;

/// <summary>What the ONVIF part of an estate must hold.</summary>
internal static class OnvifRules
{
    public static IEnumerable<string> ProblemsOf(OnvifSpec? camera)
    {
        if (camera is null) yield break;
        var configurations = camera.Sources
            .SelectMany(source => source.Configurations).ToHashSet(StringComparer.Ordinal);
        foreach (var encoder in camera.Encoders)
        {
            if (encoder.Encoding is not ("H264" or "H265"))
                yield return $"encoders['{encoder.Token}'].encoding: H264 or H265";
            if (!configurations.Contains(encoder.Configuration))
                yield return $"encoders['{encoder.Token}'].configuration: no source has '{encoder.Configuration}'";
            foreach (var size in encoder.Resolutions.Where(size => !IsSize(size)))
                yield return $"encoders['{encoder.Token}'].resolutions: '{size}' is not WxH";
        }

        foreach (var twins in camera.Encoders
            .GroupBy(encoder => encoder.Token, StringComparer.Ordinal).Where(group => group.Skip(1).Any()))
            yield return $"encoders: '{twins.Key}' is there more than once";
        foreach (var size in camera.Limits.Resolutions.Where(size => !IsSize(size)))
            yield return $"limits.resolutions: '{size}' is not WxH";
        foreach (var mask in camera.Masks)
        {
            if (!configurations.Contains(mask.Configuration))
                yield return $"masks: no source has '{mask.Configuration}'";
            if (mask.Points.Length < 3) yield return "masks: a mask has at least 3 points";
        }

        foreach (var osd in camera.Osds)
        {
            if (!configurations.Contains(osd.Configuration)) yield return $"osds: no source has '{osd.Configuration}'";
            if (osd.Kind is not ("Plain" or "Date" or "Time" or "DateAndTime"))
                yield return $"osds: '{osd.Kind}' is not Plain, Date, Time or DateAndTime";
        }

        foreach (var problem in Analytics(camera.Analytics)) yield return $"analytics.{problem}";
        if (camera.Audio is { Encoding: not ("G711" or "G726" or "AAC") })
            yield return $"audio.encoding: '{camera.Audio.Encoding}' is not G711, G726 or AAC";
        foreach (var relay in (camera.Io?.Relays ?? []).Where(r => r.Mode is not ("Monostable" or "Bistable")))
            yield return $"io.relays['{relay.Token}'].mode: Monostable or Bistable";
        if (camera.Time.Mode is not ("NTP" or "Manual"))
            yield return $"time.mode: '{camera.Time.Mode}' is not NTP or Manual";
    }

    private static IEnumerable<string> Analytics(OnvifAnalyticsSpec? analytics)
    {
        if (analytics is null) yield break;
        if (analytics.Cells.Any(row => row.Length == 0 || row.Length != analytics.Cells[0].Length))
            yield return "cells: every row has as many cells as the first";
        foreach (var rule in analytics.Rules)
        {
            if (rule.Kind is not ("LineDetector" or "FieldDetector" or "LoiteringDetector" or "MotionRegionDetector"))
                yield return $"rules['{rule.Name}'].kind: '{rule.Kind}' is not known";
            if (rule.Points.Length < (rule.Kind == "LineDetector" ? 2 : 3))
                yield return $"rules['{rule.Name}'].points: too few";
        }
    }

    private static bool IsSize(string text) =>
        text.Split('x') is [var width, var height] && int.TryParse(width, CultureInfo.InvariantCulture, out _)
        && int.TryParse(height, CultureInfo.InvariantCulture, out _);
}
