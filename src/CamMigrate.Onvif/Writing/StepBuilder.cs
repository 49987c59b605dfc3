using System.Collections.Immutable;
using CamMigrate.Core.Planning;
using CamMigrate.Core.Ports;
using CamMigrate.Core.Profiles;
using CamMigrate.Onvif.Reading;

namespace CamMigrate.Onvif.Writing;

/// <summary>The writes that a plan needs, in an order that keeps every moment safe: clock, rotation, masks, encoders,
/// picture, overlays.</summary>
/// <remarks>Masks come right after rotation, because a turned picture has moved out from under them.</remarks>
internal sealed class StepBuilder(
    OnvifServices services, Func<OnvifSnapshot> snapshot, CameraProfile planned, IReadOnlyCollection<Change> changes)
{
    private readonly ChangedPaths changed = new(changes);

    internal IReadOnlyList<WriteStep> Build()
    {
        var sources = (planned.VideoSources ?? [])
            .Where(s => snapshot().Sources.Any(o => o.Number == s.Number)).OrderBy(s => s.Number).ToImmutableArray();
        return
        [
            .. planned.Time is { } time ? TimeSteps.Build(services, snapshot, time, changed) : [],
            .. sources.SelectMany(s => RotationSteps.Build(services, snapshot, s, changed)),
            .. sources.SelectMany(s => MaskSteps.Build(services, snapshot, s, changed)),
            .. EncoderSteps.Build(services, snapshot, sources, changed),
            .. sources.SelectMany(s => ImagingSteps.Build(services, snapshot, s, changed)),
            .. sources.SelectMany(s => OsdSteps.Build(services, snapshot, s, changed)),
        ];
    }
}
