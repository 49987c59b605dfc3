using CamMigrate.Core.Planning;
using CamMigrate.Core.Ports;
using CamMigrate.Core.Profiles;
using CamMigrate.Onvif.Areas;
using CamMigrate.Onvif.Reading;

namespace CamMigrate.Onvif.Writing;

/// <summary>Turns and mirrors every view of a source.</summary>
internal static class RotationSteps
{
    internal static IEnumerable<WriteStep> Build(
        OnvifServices services, Func<OnvifSnapshot> snapshot, VideoSource want, ChangedPaths changed)
    {
        var path = SettingPath.Source(want.Number);
        var rotation = changed.Only($"{path}.rotation", want.Rotation);
        var mirror = changed.Only($"{path}.mirror", want.Mirror);
        if (rotation is null && mirror is null) yield break;
        var views = snapshot().Source(want.Number).Views;
        foreach (var view in views)
        {
            // The change is made when the last view has it.
            var isLast = view == views[^1];
            yield return new WriteStep(
                $"{path}.rotation",
                $"{OnvifServices.Prefix(services.Media!)}:SetVideoSourceConfiguration {view.Token}",
                isLast ? [.. changed.Within($"{path}.rotation"), .. changed.Within($"{path}.mirror")] : [],
                token => services.Media!.SetVideoSourceConfigurationAsync(
                    OnvifVideoSource.Edit(snapshot()
                        .Source(want.Number).Views.First(v => v.Token == view.Token).Element, rotation,
                        mirror), token));
        }
    }
}
