using System.Collections.Immutable;
using System.Xml.Linq;
using CamMigrate.Core.Planning;
using CamMigrate.Core.Ports;
using CamMigrate.Core.Profiles;
using CamMigrate.Onvif.Areas;
using CamMigrate.Onvif.Reading;
using CamMigrate.Onvif.Soap;

namespace CamMigrate.Onvif.Writing;

/// <summary>Puts each planned mask on every view of its source. Changes by Set, never by delete and create: no moment
/// is uncovered.</summary>
internal static class MaskSteps
{
    internal static IEnumerable<WriteStep> Build(
        OnvifServices services, Func<OnvifSnapshot> snapshot, VideoSource want, ChangedPaths changed)
    {
        var source = snapshot().Source(want.Number);
        if (want.Masks is not { } masks || services.Media2 is null || !source.HasMasks) return [];
        var matches = source.MaskViews.ToDictionary(
            v => v.Token, v => ListMatching.Masks(masks, StateBuilder.Masks(v)), StringComparer.Ordinal);
        return masks.Select((mask, index) => (mask, index))
            .Where(m => changed.Has(SettingPath.Mask(want.Number, m.mask)))
            .SelectMany(m => Steps(services, snapshot, source, m.mask, v =>
                matches[v.Token][m.index] is { } at ? v.Masks[at] : null));
    }

    private static IEnumerable<WriteStep> Steps(
        OnvifServices services, Func<OnvifSnapshot> snapshot, OnvifSource source, Mask mask,
        Func<OnvifView, XElement?> present)
    {
        var all = source.MaskViews.Select(v => (View: v, Current: present(v)))
            .Select(w => (w.View, w.Current, Next: OnvifMasks.Edit(w.Current, mask, w.View.Token, w.View.MaskOptions)))
                .ToList();
        var writes = all.Where(w => w.Current is null || !IsSame(w.Current, w.Next)).ToList();
        // A planned change is always written, whatever the comparison here thinks of it.
        if (writes.Count == 0) writes = all;
        var series = new ViewSeries(services.Session.Address.ToString());
        for (var i = 0; i < writes.Count; i++)
        {
            var (view, current, next) = writes[i];
            // The mask is there when the last view has it.
            var isLast = i == writes.Count - 1;
            ImmutableArray<string> paths = isLast ? [SettingPath.Mask(source.Number, mask)] : [];
            var operation = current is null
                ? $"tr2:CreateMask {mask.Name} on {view.Token}" : $"tr2:SetMask {current.Token()}";
            yield return new WriteStep(
                $"{SettingPath.Source(source.Number)}.masks",
                operation,
                paths,
                token => series.WriteAsync(
                    view.Token,
                    isLast,
                    operation,
                    () => current is null ? services.Media2!.CreateMaskAsync(next, token)
                        : services.Media2!.SetMaskAsync(next, token),
                    () => IsKept(snapshot().Find(source.Number), view.Token, next)));
        }
    }

    /// <summary>Whether a view has the mask. Only for words: the verdict is the planner's.</summary>
    private static bool IsKept(OnvifSource? source, string view, XElement mask)
    {
        var wanted = OnvifMasks.ParseCurrent(mask);
        return source?.Views.FirstOrDefault(v => v.Token == view) is { } now && StateBuilder.Masks(now)
            .Any(m => m.Enabled == wanted.Enabled && Geometry.Overlap(m.Polygon, wanted.Polygon) >= 0.9);
    }

    private static bool IsSame(XElement a, XElement b)
    {
        var (x, y) = (OnvifMasks.ParseCurrent(a), OnvifMasks.ParseCurrent(b));
        return x.Enabled == y.Enabled && x.Type == y.Type && x.Color == y.Color
            && Geometry.SameCorners(x.Polygon, y.Polygon, 1e-5);
    }
}
