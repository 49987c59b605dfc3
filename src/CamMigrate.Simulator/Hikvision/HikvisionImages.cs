using System.Xml.Linq;
using static CamMigrate.Simulator.Hikvision.HikvisionDevice;

namespace CamMigrate.Simulator.Hikvision;

/// <summary>Picture settings of one channel.</summary>
internal static class HikvisionImages
{
    public static XElement? Document(HikvisionDevice device, int number)
    {
        if (device.Channel(number) is not { } channel) return null;
        var image = channel.Image;
        return new XElement(
            "ImageChannel",
            new XElement("id", number),
            new XElement("enabled", true),
            new XElement("videoInputID", number),
            Block(
                "ImageFlip", Switch(image.Flip != "none"),
                image.Flip == "none" ? null : new XElement("ImageFlipStyle", image.Flip)),
            Block(
                "IrcutFilter",
                new XElement("IrcutFilterType", image.IrcutFilter),
                new XElement("nightToDayFilterLevel", image.NightToDayLevel),
                new XElement("nightToDayFilterTime", image.NightToDayTime),
                image.IrcutDay is [var begin, var end]
                    ? new XElement("Schedule", new XElement("scheduleType", "day"), Range(begin, end))
                    : null),
            Block("Exposure", new XElement("ExposureType", image.Exposure)),
            Block("powerLineFrequency", new XElement("powerLineFrequencyMode", image.PowerLineFrequency)),
            // A second brightness stands before the picture's own, as a laser's does on a recorded dome.
            Block(
                "SupplementLight",
                new XElement("supplementLightMode", image.SupplementLight),
                new XElement("mixedLightBrightnessRegulatMode", "auto"),
                new XElement("irLightBrightness", image.IrLightBrightness)),
            Block("LaserLight", new XElement("mode", "manual"), new XElement("brightnessLevel", 0)),
            Block("WDR", new XElement("mode", image.Wdr), new XElement("WDRLevel", image.WdrLevel)),
            Block("BLC", Switch(image.Blc), image.Blc ? new XElement("BLCMode", image.BlcMode) : null),
            Block(
                "NoiseReduce",
                new XElement("mode", image.NoiseReduce),
                image.NoiseReduce == "general"
                    ? new XElement("GeneralMode", new XElement("generalLevel", image.NoiseReduceLevel))
                    : null,
                image.NoiseReduce == "advanced"
                    ? new XElement(
                        "AdvancedMode",
                        new XElement("FrameNoiseReduceLevel", image.NoiseReduceLevel),
                        new XElement("InterFrameNoiseReduceLevel", image.NoiseReduceLevel))
                    : null),
            Block("WhiteBalance", new XElement("WhiteBalanceStyle", image.WhiteBalance)),
            Block("Sharpness", new XElement("SharpnessLevel", image.Sharpness)),
            Block("Gain", new XElement("GainLevel", image.Gain)),
            Block("Shutter", new XElement("ShutterLevel", image.Shutter)),
            Block(
                "Color",
                new XElement("brightnessLevel", image.Brightness),
                new XElement("contrastLevel", image.Contrast),
                new XElement("saturationLevel", image.Saturation)),
            Block("Dehaze", new XElement("DehazeMode", image.Dehaze)),
            Block("HLC", Switch(image.Hlc), new XElement("HLCLevel", image.HlcLevel)));
    }

    public static XElement? SceneSwitch(HikvisionDevice device, int number) =>
        device.Channel(number)?.Image.SceneSwitch is not { } change
            ? null
            : new XElement(
                "DisplayParamSwitch",
                new XElement("mode", change.Mode),
                new XElement(
                    "TimingSwitch",
                    new XElement(
                        "PeriodList",
                        change.Periods.Select((period, i) => new XElement(
                            "Period",
                            new XElement("id", i + 1),
                            Switch(period.Enabled),
                            Range(period.Begin, period.End),
                            new XElement("linkScene", period.Scene))))));

    public static XElement? Scenes(HikvisionDevice device, int number) =>
        device.Channel(number)?.Image.Scenes is not { IsEmpty: false } scenes
            ? null
            : new XElement(
                "ISPMode",
                new XElement("mode", "auto"),
                new XElement(
                    "ParamSetList",
                    scenes.Select((scene, i) => new XElement(
                        "ParamSet",
                        new XElement("id", i + 1),
                        new XElement("name", scene.Name),
                        new XElement(
                            "Color",
                            new XElement("brightnessLevel", scene.Brightness),
                            new XElement("contrastLevel", scene.Contrast),
                            new XElement("saturationLevel", scene.Saturation))))));

    private static XElement Range(string begin, string end) =>
        new("TimeRange", new XElement("beginTime", begin), new XElement("endTime", end));
}
