using CamMigrate.Core.Planning;
using CamMigrate.Core.Profiles;
using CamMigrate.Core.Reading;

namespace CamMigrate.Adapters.Hikvision;

/// <summary>Tamper detection: <c>GET /ISAPI/System/Video/inputs/channels/{n}/tamperDetection</c>.</summary>
internal static class HikvisionTamper
{
    private const string NoArea = "tamper detection watches the whole picture in ONVIF";

    internal static TamperDetection Parse(AnswerNode document, HikvisionEvents events)
    {
        var regions = document.At("TamperDetectionRegionList").Children("TamperDetectionRegion").ToList();
        foreach (var region in regions)
        {
            region.At("id").Ignore(IgnoreRule.Identity);
            foreach (var corner in region.At("RegionCoordinatesList").Children("RegionCoordinates"))
            {
                corner.At("positionX").Because(NoArea);
                corner.At("positionY").Because(NoArea);
            }
        }

        foreach (var name in (string[])["normalizedScreenWidth", "normalizedScreenHeight"])
            document.At("normalizedScreenSize", name).Because(NoArea);
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
}
