using System.Globalization;
using System.Net;
using CamMigrate.Simulator;
using CamMigrate.Simulator.Estates;

namespace CamMigrate.Testing;

/// <summary>One virtual camera for the length of a test.</summary>
public sealed class SimulatedCamera : IAsyncDisposable
{
    public const string DefaultUsername = "admin";
    public const string DefaultPassword = "Sim-marker-9347";

    private readonly Simulation simulation;

    private SimulatedCamera(Simulation simulation) => this.simulation = simulation;

    public VirtualCamera Camera => simulation.Cameras[0];

    public CameraCounters Counters => Camera.Counters;

    public IPAddress Address => Camera.Endpoints.Address;

    public string Host => Address.ToString();

    public int HttpPort => Camera.Endpoints.Http;

    public int RtspPort => Camera.Endpoints.Rtsp;

    public string Username => Camera.Username;

    public string Password => Camera.Password;

    /// <summary>Root of the camera's HTTP server, ending in a slash.</summary>
    public Uri HttpUri => new(string.Create(CultureInfo.InvariantCulture, $"http://{Address}:{HttpPort}/"));

    /// <summary>Root of the camera's HTTPS server; only with <c>ports: {https: …}</c>.</summary>
    public Uri HttpsUri =>
        new(string.Create(CultureInfo.InvariantCulture, $"https://{Address}:{Camera.Endpoints.Https}/"));

    public NetworkCredential Credential => new(Username, Password);

    /// <summary>
    /// Starts a camera from the YAML keys of one estate entry; name and users are filled in where missing. Nothing is
    /// encoded until its video is asked for.
    /// </summary>
    public static Task<SimulatedCamera> StartAsync(string yaml) =>
        StartAsync(yaml, new SimulationOptions { EncodeEagerly = false });

    public static async Task<SimulatedCamera> StartAsync(string yaml, SimulationOptions options)
    {
        var lines = yaml.Trim('\r', '\n').ReplaceLineEndings("\n").Split('\n').ToList();
        if (!HasKey(lines, "name")) lines.Insert(0, "name: camera");
        if (!HasKey(lines, "users"))
            lines.Add($"users: [{{username: {DefaultUsername}, password: {DefaultPassword}, level: Administrator}}]");
        var estate = Estate.Parse("kind: Estate\ncameras:\n- " + string.Join("\n  ", lines) + "\n");
        return new SimulatedCamera(await Simulation.StartAsync(estate, options, CancellationToken.None));
    }

    /// <summary>Starts a camera that answers with a folder of recorded answers: ISAPI, or Dahua's CGI.</summary>
    public static Task<SimulatedCamera> FromRecordingAsync(string folder) =>
        StartAsync($"face: recorded\nrecording: '{folder.Replace("'", "''", StringComparison.Ordinal)}'");

    /// <summary>A client that nobody here wrote: .NET's own, with its own Digest.</summary>
    public HttpClient CreateClient(string? password = null)
    {
        var credentials = new CredentialCache
        {
            { HttpUri, "Digest", new NetworkCredential(Username, password ?? Password) },
        };
        var handler = new SocketsHttpHandler { Credentials = credentials, AllowAutoRedirect = false };
        return new HttpClient(handler) { BaseAddress = HttpUri };
    }

    public ValueTask DisposeAsync() => simulation.DisposeAsync();

    private static bool HasKey(List<string> lines, string key) =>
        lines.Any(line => line.StartsWith(key + ":", StringComparison.Ordinal));
}
