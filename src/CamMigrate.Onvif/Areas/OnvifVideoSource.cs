using System.Collections.Immutable;
using System.Globalization;
using System.Xml.Linq;
using CamMigrate.Core.Reading;
using CamMigrate.Http;
using CamMigrate.Onvif.Soap;
using static CamMigrate.Onvif.Soap.OnvifNames;

namespace CamMigrate.Onvif.Areas;

/// <summary>Bounds, rotation and mirror of a video source configuration.</summary>
internal static class OnvifVideoSource
{
    private static readonly string[] RotateOrder = ["Mode", "Degree", "Extension"];

    /// <summary>The turn of the picture in degrees; null = the device decides, or has no such setting.</summary>
    /// <param name="configuration"><c>tt:VideoSourceConfiguration</c>.</param>
    /// <param name="options"><c>tt:VideoSourceConfigurationOptions</c>; null = none were given.</param>
    internal static int? ParseRotation(XElement configuration, XElement? options) =>
        ParseRotation(configuration.Node()!, options);

    /// <summary>Takes the turn of the picture in degrees.</summary>
    internal static int? ParseRotation(AnswerNode configuration, XElement? options)
    {
        var rotate = configuration.At("Extension", "Rotate");
        var mode = rotate.At("Mode");
        if (mode.Peek() is null) return ParseRotations(options).Length > 0 ? 0 : null;
        if (mode.Peek() is not ("ON" or "OFF"))
        {
            mode.Because("the camera decides how the picture is turned");
            return null;
        }

        mode.Taken();
        if (mode.Peek() == "OFF")
        {
            rotate.At("Degree").Ignore(IgnoreRule.NotInForce);
            return 0;
        }

        // The degree may be left out; the standard says what that means.
        if (rotate.At("Degree") is not { } degree) return 180;
        if (OnvifXml.Int(degree.Peek()) is not { } turn) return 180;
        if (turn is 0 or 90 or 180 or 270)
        {
            degree.Taken();
            return turn;
        }

        degree.Because("no quarter of a turn");
        return null;
    }

    /// <summary>Whether left and right are exchanged; null = the device does not say.</summary>
    internal static bool? ParseMirror(XElement configuration) =>
        ParseMirror(configuration.Node()!);

    /// <summary>Takes whether left and right are exchanged.</summary>
    internal static bool? ParseMirror(AnswerNode configuration) =>
        configuration.At("Extension", "Rotate", "@Mirror").Bool();

    /// <summary>The turns that can be set, degrees.</summary>
    internal static ImmutableArray<int> ParseRotations(XElement? options)
    {
        var rotate = options.At("Extension", "Rotate");
        var modes = rotate.Children("Mode").Select(m => m.AsText()).ToList();
        var off = modes.Contains("OFF") ? new[] { 0 } : [];
        var listed = rotate.At("DegreeList").Children("Items").Select(i => i.Int()).OfType<int>().ToList();
        var on = modes.Contains("ON") ? listed.Count > 0 ? listed : [180] : [];
        return [.. off.Concat(on).Where(d => d is 0 or 90 or 180 or 270).Distinct().Order()];
    }

    /// <summary>Whether the picture can be mirrored.</summary>
    internal static bool CanMirror(XElement? options) =>
        OnvifXml.Bool(options.At("Extension", "Rotate").AttributeText("Mirror")) == true;

    /// <summary>The part of the sensor that is shown: left, top, width, height in 0..1; null = unknown.</summary>
    /// <param name="configuration"><c>tt:VideoSourceConfiguration</c>.</param>
    /// <param name="source"><c>tt:VideoSource</c>, whose resolution is the whole; null = unknown.</param>
    internal static ImmutableArray<double>? ParseBounds(XElement configuration, XElement? source) =>
        ParseBounds(configuration.Node()!, source.Node());

    /// <summary>Takes the part of the sensor that is shown.</summary>
    internal static ImmutableArray<double>? ParseBounds(AnswerNode configuration, AnswerNode? source)
    {
        var bounds = configuration.At("Bounds");
        AnswerNode?[] nodes = [bounds.At("@x"), bounds.At("@y"), bounds.At("@width"), bounds.At("@height")];
        double?[] pixels = [.. nodes.Select(n => n.PeekNumber())];
        var size = source.At("Resolution");
        var (width, height) = (size.At("Width").PeekNumber(), size.At("Height").PeekNumber());
        if (pixels.Any(p => p is null) || width is not > 0 || height is not > 0) return null;
        var parts = new[] { pixels[0] / width, pixels[1] / height, pixels[2] / width, pixels[3] / height };
        if (!parts.All(p => p is >= 0 and <= 1)) return null;
        foreach (var node in nodes) node.Taken();
        return [.. parts.Select(p => Math.Round(p!.Value, 4))];
    }

    /// <summary>Whether two configurations show the same picture, so that a place in one is the same place in the
    /// other.</summary>
    internal static bool ShowsSamePicture(XElement a, XElement b) =>
        View(a) == View(b);

    /// <summary>The element to send: the one the camera returned, turned and mirrored as wanted.</summary>
    internal static XElement Edit(XElement current, int? rotation, bool? mirror)
    {
        var next = new XElement(current);
        if (rotation is null && mirror is null) return next;
        var extension = next.At("Extension");
        if (extension is null) next.Add(extension = new XElement(Tt + "Extension"));
        var rotate = extension.At("Rotate");
        if (rotate is null) extension.AddFirst(rotate = new XElement(Tt + "Rotate", new XElement(Tt + "Mode", "OFF")));
        if (rotation is { } degrees)
        {
            rotate.SetChild(Tt + "Mode", degrees == 0 ? "OFF" : "ON", RotateOrder);
            var text = degrees.ToString(CultureInfo.InvariantCulture);
            if (degrees != 0) rotate.SetChild(Tt + "Degree", text, RotateOrder);
            else rotate.At("Degree")?.Remove();
        }

        if (mirror is { } on) rotate.SetAttributeValue("Mirror", on ? "true" : "false");
        return next;
    }

    private static (string Bounds, string? Rotation, string? Mode) View(XElement configuration)
    {
        var bounds = configuration.At("Bounds");
        var rotate = configuration.At("Extension", "Rotate");
        var mode = rotate.At("Mode").AsText() ?? "OFF";
        return (string.Join(' ', new[] { "x", "y", "width", "height" }.Select(n => bounds.AttributeText(n))),
            mode == "OFF" ? mode : mode + rotate.At("Degree").AsText(), configuration.AttributeText("ViewMode"));
    }
}
