namespace CamMigrate.Adapters.Hikvision;

/// <summary>The words of one kind of event.</summary>
/// <param name="Type">Type of its triggers and schedules; firmware disagrees about upper and lower case.</param>
/// <param name="Trigger">Begin of a trigger's id, before <c>-1</c>.</param>
/// <param name="Schedules">Path of its arming schedules below <c>/ISAPI/Event/schedules/</c>.</param>
/// <param name="Schedule">Begin of a schedule's id, before the number.</param>
internal sealed record HikvisionEvent(string Type, string Trigger, string Schedules, string Schedule)
{
    internal static readonly HikvisionEvent
        Motion = new("VMD", "VMD", "motionDetections", "VMD_video"),
        Tamper = new("tamperdetection", "tamper", "tamperDetections", "Tamperdetection_video"),
        Line = new("linedetection", "linedetection", "lineDetections", "linedetection_video"),
        Field = new("fielddetection", "fielddetection", "fieldDetections", "fielddetection_video"),
        Entrance = new("regionEntrance", "regionEntrance", "regionEntrances", "regionEntrance_video"),
        Exit = new("regionExiting", "regionExiting", "regionExitings", "regionExiting_video"),
        SceneChange = new(
            "scenechangedetection", "scenechangedetection", "sceneChangeDetections", "scenechangedetection_video"),
        Sound = new("audioexception", "audioexception", "audioDetections", "audioexception_"),
        Input = new("IO", "IO", "inputs", "");

    /// <summary>The events of a channel, each with the document that sets it up.</summary>
    internal static IReadOnlyList<(HikvisionEvent Event, HikvisionDocument Document)> OfChannel(bool isProxied) =>
    [
        (Motion, isProxied ? HikvisionCatalog.ProxyMotion : HikvisionCatalog.Motion),
        (Tamper, isProxied ? HikvisionCatalog.ProxyTamper : HikvisionCatalog.Tamper),
        (Line, HikvisionCatalog.Lines), (Field, HikvisionCatalog.Fields), (Entrance, HikvisionCatalog.Entrances),
        (Exit, HikvisionCatalog.Exits), (SceneChange, HikvisionCatalog.SceneChange), (Sound, HikvisionCatalog.Sound),
    ];
}
