using System.Globalization;
using System.Xml.Linq;
using CamMigrate.Simulator.Estates;

namespace CamMigrate.Simulator.Onvif;

/// <summary>A virtual ONVIF camera: what it is, what it allows, and what it holds.</summary>
internal sealed class OnvifDevice(CameraSpec camera, Func<CameraEndpoints> endpoints, TimeProvider time)
{
    private int tokens = 100;

    public CameraSpec Camera => camera;

    public OnvifSpec Settings { get; } = camera.Onvif ?? new OnvifSpec();

    public OnvifLimits Limits => Settings.Limits;

    public OnvifState State { get; set; } = OnvifFactory.Create(camera.Onvif ?? new OnvifSpec());

    public CameraEndpoints Endpoints => endpoints();

    /// <summary>The time the camera believes in.</summary>
    public DateTimeOffset Clock => time.GetUtcNow() + State.ClockOffset;

    /// <summary>Host and port as the camera writes them into addresses.</summary>
    public string Authority => Settings.XAddrHost
        ?? string.Create(CultureInfo.InvariantCulture, $"{Endpoints.Address}:{Endpoints.Http}");

    public string XAddr(string path) => $"http://{Authority}{path}";

    public string NewToken(string kind) => string.Create(CultureInfo.InvariantCulture, $"{kind}_{++tokens}");

    /// <summary>Profile tokens are numbered like the encoders.</summary>
    public static string ProfileToken(int index) => string.Create(CultureInfo.InvariantCulture, $"Profile_{index + 1}");

    /// <summary>The encoder of a profile.</summary>
    /// <exception cref="OnvifFault">No profile has the token.</exception>
    public OnvifEncoder EncoderOfProfile(string profile)
    {
        var index = Enumerable.Range(0, State.Encoders.Length).Cast<int?>()
            .FirstOrDefault(i => ProfileToken(i!.Value) == profile)
            ?? throw OnvifFault.Value($"no profile has the token '{profile}'", "NoProfile");
        return State.Encoders[index];
    }

    public OnvifSourceSpec SourceOf(OnvifSourceConfiguration configuration) =>
        Settings.Sources.First(source => source.Token == configuration.Source);

    /// <exception cref="OnvifFault">No configuration has the token.</exception>
    public OnvifSourceConfiguration Configuration(string token) =>
        State.Configurations.FirstOrDefault(configuration => configuration.Token == token)
            ?? throw OnvifFault.NoConfig(token);

    public int UseCount(OnvifSourceConfiguration configuration) =>
        State.Encoders.Count(encoder => encoder.Configuration == configuration.Token);

    /// <summary>Whole resolutions that an encoder may be set to with a codec.</summary>
    public IEnumerable<(int Width, int Height)> Resolutions(OnvifEncoder encoder, string encoding)
    {
        var own = Settings.Encoders.First(spec => spec.Token == encoder.Token).Resolutions;
        return (own.IsEmpty ? Limits.Resolutions : own)
            .Select(size => size.Split('x'))
            .Select(size =>
                (int.Parse(size[0], CultureInfo.InvariantCulture), int.Parse(size[1], CultureInfo.InvariantCulture)))
            .Where(size => encoding != "H265" || size.Item2 <= (Limits.H265MaxHeight ?? int.MaxValue));
    }

    /// <summary>The text of a child that must be there.</summary>
    /// <exception cref="OnvifFault">It is missing.</exception>
    public static string Text(XElement parent, string name) =>
        parent.Elements().FirstOrDefault(child => child.Name.LocalName == name)?.Value.Trim()
        ?? throw OnvifFault.Invalid($"{parent.Name.LocalName} has no {name}");

    public static string? OptionalText(XElement parent, string name) =>
        parent.Elements().FirstOrDefault(child => child.Name.LocalName == name)?.Value.Trim() is { Length: > 0 } text
            ? text
            : null;

    /// <exception cref="OnvifFault">It is missing, or no number.</exception>
    public static double Number(XElement parent, string name) =>
        double.TryParse(Text(parent, name), NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw OnvifFault.Invalid($"{name} is not a number");

    /// <exception cref="OnvifFault">It is missing, or no whole number.</exception>
    public static int Whole(XElement parent, string name) =>
        int.TryParse(Text(parent, name), NumberStyles.Integer, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw OnvifFault.Invalid($"{name} is not a whole number");

    /// <exception cref="OnvifFault">It is missing, or neither true nor false.</exception>
    public static bool Truth(XElement parent, string name) => Text(parent, name) switch
    {
        "true" or "1" => true,
        "false" or "0" => false,
        _ => throw OnvifFault.Invalid($"{name} is neither true nor false"),
    };
}
