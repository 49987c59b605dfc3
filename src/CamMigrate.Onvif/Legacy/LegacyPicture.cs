using CamMigrate.Core.Planning;
using CamMigrate.Core.Profiles;
using CamMigrate.Core.Reading;
using CamMigrate.Http;
using CamMigrate.Onvif.Areas;
using CamMigrate.Onvif.Reading;

namespace CamMigrate.Onvif.Legacy;

/// <summary>Puts together what belongs to one picture.</summary>
internal sealed class LegacyPicture(LegacySource source, OnvifServices services, ReadingNotes notes)
{
    private readonly string path = SettingPath.Source(source.Number);

    internal VideoSource Parse(LegacyOverlays overlays)
    {
        var view = source.Views.FirstOrDefault()?.Node;
        foreach (var other in source.Views)
        {
            other.Node.Ignore(IgnoreRule.Identity, "SourceToken");
            Copies.Ignore(other.Node, view);
        }

        if (source.Views.Length > 1)
            notes.Info(path, "the camera has several views of this source; the first is carried.");
        var mirror = view is null ? null : OnvifVideoSource.ParseMirror(view);
        var detection = LegacyAnalytics.Parse(source, services, notes);
        return new VideoSource
        {
            Number = source.Number,
            Bounds = view is null ? null : OnvifVideoSource.ParseBounds(view, source.Element?.Node),
            Rotation = view is null ? null : OnvifVideoSource.ParseRotation(view, null),
            Mirror = mirror,
            VideoEncoders = [.. source.Encoders.Select(Encoder)],
            Imaging = Imaging(),
            Osds = overlays.Osds(source),
            Masks = overlays.Masks(source, mirror == true),
            MotionDetection = detection.Motion,
            TamperDetection = detection.Tamper,
            Rules = detection.Rules,
            Ptz = LegacyPtz.Parse(source, notes),
        };
    }

    private VideoEncoder Encoder(OnvifEncoder encoder)
    {
        var where = $"{path}.videoEncoders[{encoder.Stream}]";
        var part = source.EncoderParts[encoder.Token];
        var read = OnvifEncoderReading.Parse(part.Node, encoder.Stream, encoder.Options, where, notes);
        if (part.Element.At("Encoding") is null)
            notes.Warn(
                where,
                "the camera does not say what this stream is. Where there is no Media2 service, that is how H.265 looks.");
        var profile = source.Profiles.First(p => p.Token == encoder.ProfileToken);
        return read with { Audio = profile.AudioEncoder is not null && profile.AudioSource is not null };
    }

    private ImagingSettings? Imaging()
    {
        source.ImagingOptions?.Node.IgnoreDocument(IgnoreRule.Capability);
        var settings = source.Imaging?.Node.At("ImagingSettings");
        Copies.Ignore(source.Element?.Node.At("Imaging"), settings);
        Copies.Ignore(source.Element?.Node.At("Extension", "Imaging"), settings);
        var options = source.ImagingOptions?.Part.At("ImagingOptions")?.Element;
        return settings is null ? null : OnvifImagingReading.Parse(settings, options, path + ".imaging", notes);
    }
}
