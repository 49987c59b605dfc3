using System.Collections.Immutable;
using CamMigrate.Core.Planning;
using CamMigrate.Core.Ports;
using CamMigrate.Core.Profiles;
using CamMigrate.Http;
using CamMigrate.Onvif.Areas;

namespace CamMigrate.Onvif.Reading;

/// <summary>Puts a camera's own elements into the profile's words.</summary>
internal static class StateBuilder
{
    private const int LongestName = 256;

    internal static TargetState Build(OnvifSnapshot snapshot, CameraAddress address, TimeSpan? clockOffset)
    {
        var device = snapshot.Device;
        var identity = new TargetIdentity
        {
            Manufacturer = Bounded(device.At("Manufacturer").AsText()),
            Model = Bounded(device.At("Model").AsText()),
            Firmware = Bounded(device.At("FirmwareVersion").AsText()),
            SerialNumber = Bounded(device.At("SerialNumber").AsText()),
            MacAddress = OnvifNetwork.MacAddress(snapshot.Interfaces),
            Address = address.UrlHost + (address.Port is { } port ? FormattableString.Invariant($":{port}") : ""),
        };
        return new TargetState
        {
            Identity = identity,
            Current = Profile(snapshot, identity),
            Options = new TargetOptions
            {
                Time = snapshot.DateTime is null ? null : OnvifTime.ParseOptions(snapshot.Capabilities, snapshot.Ntp),
                VideoSources = [.. snapshot.Sources.Select(Options)],
            },
            ClockOffset = clockOffset,
            Unread = snapshot.Unread,
        };
    }

    private static CameraProfile Profile(OnvifSnapshot snapshot, TargetIdentity identity) => new()
    {
        Kind = ProfileKind.CameraProfile,
        Source = new ProfileSource
        {
            Adapter = "onvif",
            Manufacturer = identity.Manufacturer,
            Model = identity.Model,
            Firmware = identity.Firmware,
            SerialNumber = identity.SerialNumber,
            MacAddress = identity.MacAddress,
            Address = identity.Address,
        },
        Time = snapshot.DateTime is null ? null : OnvifTime.ParseCurrent(snapshot.DateTime, snapshot.Ntp),
        Network = OnvifNetwork.Parse(
            snapshot.Hostname, snapshot.Interfaces, snapshot.Gateway, snapshot.Dns, snapshot.Protocols),
        Users = snapshot.Users is { } users ? OnvifUsers.Parse(users) : null,
        VideoSources = [.. snapshot.Sources.Select(Source)],
    };

    private static VideoSource Source(OnvifSource source)
    {
        var view = source.Views.FirstOrDefault();
        return new VideoSource
        {
            Number = source.Number,
            Bounds = view is null ? null : OnvifVideoSource.ParseBounds(view.Element, source.Element),
            Rotation = view is null ? null : OnvifVideoSource.ParseRotation(view.Element, view.Options),
            Mirror = view is null ? null : OnvifVideoSource.ParseMirror(view.Element),
            VideoEncoders = [.. source.Encoders.Select(
                e => OnvifVideoEncoder.ParseCurrent(e.Element, e.Stream, e.Options))],
            Imaging = source.Imaging is { } imaging ? OnvifImaging.ParseCurrent(imaging, source.ImagingOptions) : null,
            Osds = source.HasOsds ? OnvifOsd.Combine([.. source.Views.Select(Osds)]) : null,
            Masks = source.HasMasks ? OnvifMasks.Combine([.. source.MaskViews.Select(Masks)]) : null,
        };
    }

    private static VideoSourceOptions Options(OnvifSource source)
    {
        var view = source.Views.FirstOrDefault();
        return new VideoSourceOptions
        {
            Number = source.Number,
            Rotations = OnvifVideoSource.ParseRotations(view?.Options),
            CanMirror = OnvifVideoSource.CanMirror(view?.Options),
            Imaging = source.ImagingOptions is { } imaging ? OnvifImaging.ParseOptions(imaging) : null,
            VideoEncoders = [.. source.Encoders.Select(e => e.Options)],
            Osds = source.HasOsds ? OnvifOsd.ParseOptions(view?.OsdOptions) : null,
            Masks = source.HasMasks ? OnvifMasks.ParseOptions(view?.MaskOptions) : null,
        };
    }

    /// <summary>A name as the camera says it: it is made fit to be shown where it is shown.</summary>
    private static string Bounded(string? text) => text is null ? ""
        : text.Length <= LongestName ? text
        : text[..(char.IsHighSurrogate(text[LongestName - 1]) ? LongestName - 1 : LongestName)];

    /// <summary>The masks of one view in the profile's words.</summary>
    internal static ImmutableArray<Mask> Masks(OnvifView view) => [.. view.Masks.Select(OnvifMasks.ParseCurrent)];

    /// <summary>The overlays of one view in the profile's words; the view keeps only those that have some.</summary>
    internal static ImmutableArray<Osd> Osds(OnvifView view) => [.. view.Osds.Select(o => OnvifOsd.ParseCurrent(o)!)];
}
