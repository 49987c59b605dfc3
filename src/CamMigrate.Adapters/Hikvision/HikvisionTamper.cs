using CamMigrate.Core.Planning;
using CamMigrate.Core.Profiles;
using CamMigrate.Core.Reading;

namespace CamMigrate.Adapters.Hikvision;

/// <summary>Tamper detection: <c>GET /ISAPI/System/Video/inputs/channels/{n}/tamperDetection</c>.</summary>
internal static class HikvisionTamper
{
    private const string List = "RegionCoordinatesList";
    private const string Corner = "RegionCoordinates";

    internal static TamperDetection Parse(AnswerNode document, HikvisionEvents events)
    {
        var screen = HikvisionScreen.Of(document, HikvisionScreen.Classic, take: false);
        var regions = document.At("TamperDetectionRegionList").Children("TamperDetectionRegion").ToList();
        foreach (var region in regions)
        {
            region.At("id").Ignore(IgnoreRule.Identity);
            if (region.At("enabled").PeekBool() == document.At("enabled").PeekBool())
                region.At("enabled").Ignore(IgnoreRule.Derived);
        }

        Area(document, regions, isWhole: regions.All(region => IsWhole(region, screen)));
        var (own, inner) = (document.At("tampersensitivityLevel"), regions.FirstOrDefault().At("sensitivityLevel"));
        var level = (inner ?? own).Percent();
        if (inner is not null && own.PeekNumber() == level) own.Ignore(IgnoreRule.Derived);
        return new TamperDetection
        {
            Enabled = document.At("enabled").Bool(),
            Sensitivity = level,
            Schedule = events.Schedule(
                HikvisionEvent.Tamper, SettingPath.Source(events.Channel) + ".tamperDetection"),
            Actions = events.Actions(HikvisionEvent.Tamper),
        };
    }

    /// <summary>The whole picture is what it watches elsewhere, too; less than that has no place.</summary>
    private static void Area(AnswerNode document, IReadOnlyList<AnswerNode> regions, bool isWhole)
    {
        var size = document.At("normalizedScreenSize");
        AnswerNode?[] leaves =
        [
            size.At("normalizedScreenWidth"), size.At("normalizedScreenHeight"),
            .. regions.SelectMany(region => region.At(List).Children(Corner))
                .SelectMany(corner => new[] { corner.At("positionX"), corner.At("positionY") }),
        ];
        foreach (var leaf in leaves)
        {
            if (isWhole) leaf.Ignore(IgnoreRule.FactoryDefault);
            else leaf.Because("tamper detection watches the whole picture in ONVIF");
        }
    }

    private static bool IsWhole(AnswerNode region, HikvisionScreen screen) =>
        screen.Polygon(region.At(List), Corner) is { Length: 4 } corners && corners.Distinct().Count() == 4
            && corners.All(corner => corner is { X: 0 or 1, Y: 0 or 1 });
}
