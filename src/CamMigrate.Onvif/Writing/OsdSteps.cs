using System.Collections.Immutable;
using System.Xml.Linq;
using CamMigrate.Core.Planning;
using CamMigrate.Core.Ports;
using CamMigrate.Core.Profiles;
using CamMigrate.Onvif.Areas;
using CamMigrate.Onvif.Reading;
using CamMigrate.Onvif.Soap;

namespace CamMigrate.Onvif.Writing;

/// <summary>Puts each planned overlay on every view of its source: what is there is changed, what is not is
/// created.</summary>
internal static class OsdSteps
{
    internal static IEnumerable<WriteStep> Build(
        OnvifServices services, Func<OnvifSnapshot> snapshot, VideoSource want, ChangedPaths changed)
    {
        var source = snapshot().Source(want.Number);
        if (want.Osds is not { } osds || services.Osds is null || !source.HasOsds) return [];
        var matches = source.Views.ToDictionary(
            v => v.Token, v => ListMatching.Osds(osds, StateBuilder.Osds(v)), StringComparer.Ordinal);
        // ONVIF cannot switch an overlay off: one that is not wanted on is never written.
        return osds.Select((osd, index) => (osd, index))
            .Where(o => o.osd.Enabled != false && changed.Has(SettingPath.Osd(want.Number, o.osd)))
            .SelectMany(o => Steps(services, snapshot, source, o.osd, v =>
                matches[v.Token][o.index] is { } at ? v.Osds[at] : null));
    }

    private static IEnumerable<WriteStep> Steps(
        OnvifServices services, Func<OnvifSnapshot> snapshot, OnvifSource source, Osd osd,
        Func<OnvifView, XElement?> present)
    {
        var series = new ViewSeries(services.Session.Address.ToString());
        var (client, prefix) = (services.Osds!, OnvifServices.Prefix(services.Osds!));
        foreach (var view in source.Views)
        {
            var current = present(view);
            var next = OnvifOsd.Edit(current, osd, view.Token, OnvifOsd.ParseOptions(view.OsdOptions));
            // The overlay is there when the last view has it.
            var isLast = view == source.Views[^1];
            ImmutableArray<string> paths = isLast ? [SettingPath.Osd(source.Number, osd)] : [];
            var operation = current is null
                ? $"{prefix}:CreateOSD {osd.Kind} on {view.Token}" : $"{prefix}:SetOSD {current.Token()}";
            yield return new WriteStep(
                $"{SettingPath.Source(source.Number)}.osds",
                operation,
                paths,
                token => series.WriteAsync(
                    view.Token,
                    isLast,
                    operation,
                    () => current is null ? client.CreateOSDAsync(next, token) : client.SetOSDAsync(next, token),
                    () => IsKept(snapshot().Find(source.Number), view.Token, next)));
        }
    }

    /// <summary>Whether a view has the overlay. Only for words: the verdict is the planner's.</summary>
    private static bool IsKept(OnvifSource? source, string view, XElement osd)
    {
        var wanted = OnvifOsd.ParseCurrent(osd);
        return source?.Views.FirstOrDefault(v => v.Token == view) is { } now && StateBuilder.Osds(now)
            .Any(o => o.Kind == wanted?.Kind && o.Text == wanted.Text && IsNear(o.Position, wanted.Position));
    }

    private static bool IsNear(Point? a, Point? b) =>
        a is not { } p || b is not { } q || (Math.Abs(p.X - q.X) < 0.05 && Math.Abs(p.Y - q.Y) < 0.05);
}
