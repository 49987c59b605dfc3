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
        var series = new ViewSeries(services.Session.Address.ToString());
        foreach (var view in views)
        {
            // The change is made when the last view has it.
            var isLast = view == views[^1];
            var operation = $"{OnvifServices.Prefix(services.Media!)}:SetVideoSourceConfiguration {view.Token}";
            var now = () => snapshot().Find(want.Number)?.Views.FirstOrDefault(v => v.Token == view.Token);
            yield return new WriteStep(
                $"{path}.rotation",
                operation,
                isLast ? [.. changed.Within($"{path}.rotation"), .. changed.Within($"{path}.mirror")] : [],
                token => series.WriteAsync(
                    view.Token,
                    isLast,
                    operation,
                    () => services.Media!.SetVideoSourceConfigurationAsync(
                        OnvifVideoSource.Edit(services.Listed(now(), operation, view.Token).Element, rotation, mirror),
                        token),
                    () => now() is { } kept && IsKept(kept, rotation, mirror)));
        }
    }

    private static bool IsKept(OnvifView view, int? rotation, bool? mirror) =>
        (rotation is null || (OnvifVideoSource.ParseRotation(view.Element, view.Options) ?? 0) == rotation)
        && (mirror is null || (OnvifVideoSource.ParseMirror(view.Element) ?? false) == mirror);
}
