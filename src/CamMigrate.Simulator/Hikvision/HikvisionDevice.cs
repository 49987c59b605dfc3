using System.Xml.Linq;
using CamMigrate.Simulator.Estates;
using CamMigrate.Simulator.Video;

namespace CamMigrate.Simulator.Hikvision;

/// <summary>What the documents of a virtual Hikvision are made from.</summary>
/// <param name="Camera">The camera as the estate describes it.</param>
/// <param name="Settings">Its Hikvision part.</param>
/// <param name="Endpoints">Where it listens; asked late, ports are known after the start only.</param>
/// <param name="Time">The clock.</param>
internal sealed record HikvisionDevice(
    CameraSpec Camera, HikvisionSpec Settings, Func<CameraEndpoints> Endpoints, TimeProvider Time)
{
    public bool IsRecorder => Settings.DeviceType is "NVR" or "DVR";

    public HikvisionChannel? Channel(int number) =>
        Settings.Channels.FirstOrDefault(channel => channel.Number == number);

    /// <summary>The stream behind an id such as 102, ghosts excluded.</summary>
    public (HikvisionChannel Channel, HikvisionStream Stream)? Stream(int id) =>
        Channel(id / 100) is { } channel
            && channel.Streams.FirstOrDefault(stream => stream.Number == id % 100) is { } stream
            ? (channel, stream)
            : null;

    public static XElement Switch(bool enabled) => new("enabled", enabled);

    /// <summary>A block that repeats version and namespace, as this firmware writes them.</summary>
    public static XElement Block(string name, params object?[] content) =>
        new(name, new XAttribute("version", "2.0"), content);

    public static XElement[] At(WirePoint point) => [new("positionX", point.X), new("positionY", point.Y)];

    public static XElement Screen(int width, int height) => new(
        "normalizedScreenSize",
        new XElement("normalizedScreenWidth", width),
        new XElement("normalizedScreenHeight", height));
}
