using System.Text.Json.Nodes;
using CamMigrate.Simulator.Estates;

namespace CamMigrate.Simulator.Dahua.Tables;

/// <summary>The streams: one main stream repeated for every kind of recording, sub streams, still pictures.</summary>
internal static class EncodeTables
{
    private const int MainRows = 4;
    private const int ExtraRows = 3;
    private const int SnapRows = 3;

    /// <summary>A sub stream that the table lists and the camera does not have.</summary>
    private static readonly DahuaStream Missing = new()
    {
        Enabled = false,
        Width = 352,
        Height = 288,
        Bitrate = 256,
    };

    /// <summary>Of recorders the bound channels only; the numbers of the others stay free.</summary>
    public static JsonNode Encode(DahuaDevice device) =>
        Json.PerChannel(device, channel => channel.Bound ? Channel(device, channel) : null);

    public static JsonNode VideoStandard(DahuaDevice device) =>
        JsonValue.Create(device.Settings.Channels.FirstOrDefault()?.VideoStandard ?? "PAL");

    public static JsonNode? SmartEncode(DahuaDevice device) =>
        device.Settings.Channels.SelectMany(channel => channel.Streams).Any(stream => stream.SmartCodec is not null)
            ? Json.PerChannel(device, channel => new JsonObject
            {
                ["Enable"] = channel.Streams[0].SmartCodec ?? false,
                ["Extra"] = Json.List(channel.Streams.Skip(1), (stream, _) => stream.SmartCodec ?? false),
            })
            : null;

    public static JsonNode Multicast(DahuaDevice device) => new JsonObject
    {
        ["RTP"] = Json.List(
            device.Settings.Channels.SelectMany(channel => channel.Streams.Select((stream, i) => (stream, i))),
            (entry, _) => new JsonObject
            {
                ["Enable"] = device.Settings.Services.Multicast && entry.stream.Multicast,
                ["MulticastAddr"] = entry.stream.MulticastAddress,
                ["Port"] = 40_000 + (entry.i * 20),
                ["StreamType"] = entry.i,
            }),
    };

    public static JsonNode MediaGlobal(DahuaDevice device) => new JsonObject { ["SnapFormatAs"] = "MainFormat" };

    public static JsonNode WaterMark(DahuaDevice device) => Json.PerChannel(device, _ => Json.Enable(false));

    public static int ExtraStreams(DahuaDevice device) =>
        device.Settings.Channels.Select(channel => channel.Streams.Length - 1).DefaultIfEmpty(0).Max();

    private static JsonObject Channel(DahuaDevice device, DahuaChannel channel) => new()
    {
        ["MainFormat"] = Rows(MainRows, _ => Format(device, channel.Streams[0])),
        ["ExtraFormat"] = Rows(
            ExtraRows, i => Format(device, i + 1 < channel.Streams.Length ? channel.Streams[i + 1] : Missing)),
        ["SnapFormat"] = Rows(SnapRows, _ => Still(channel.Streams[0])),
    };

    private static JsonArray Rows(int count, Func<int, JsonObject> make) =>
        Json.List(Enumerable.Range(0, count), (i, _) => make(i));

    private static JsonObject Format(DahuaDevice device, DahuaStream stream)
    {
        var video = new JsonObject
        {
            ["BitRate"] = stream.Bitrate,
            ["BitRateControl"] = stream.RateControl,
            ["Compression"] = stream.Codec,
            ["FPS"] = Json.Number(stream.FrameRate),
            ["GOP"] = stream.GovLength,
            ["Height"] = stream.Height,
            ["Pack"] = "DHAV",
            ["Profile"] = stream.Profile,
            ["Quality"] = stream.Quality,
            ["Width"] = stream.Width,
        };
        if (!device.IsOld)
        {
            video["Priority"] = 0;
            video["SVCTLayer"] = 1;
        }

        var size = FormattableString.Invariant($"{stream.Width}x{stream.Height}");
        if (device.IsNew) video["CustomResolutionName"] = size;
        if (device.Settings.Recorder) video["resolution"] = size;
        return new()
        {
            ["Audio"] = Audio(stream),
            ["AudioEnable"] = stream.Audio,
            ["Video"] = video,
            ["VideoEnable"] = stream.Enabled,
        };
    }

    private static JsonObject Audio(DahuaStream stream) => new()
    {
        ["Bitrate"] = 64,
        ["Channels"] = Json.Numbers(0),
        ["Compression"] = stream.AudioCodec,
        ["Depth"] = 16,
        ["Frequency"] = 8000,
        ["Mode"] = 0,
    };

    private static JsonObject Still(DahuaStream stream) => new()
    {
        ["Video"] = new JsonObject
        {
            ["Compression"] = "MJPG",
            ["FPS"] = 1,
            ["Height"] = stream.Height,
            ["Quality"] = 4,
            ["Width"] = stream.Width,
        },
        ["VideoEnable"] = true,
    };
}
