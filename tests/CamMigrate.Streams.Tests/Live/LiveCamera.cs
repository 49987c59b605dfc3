using System.Net;
using CamMigrate.Core.Ports;
using CamMigrate.Simulator.Video;
using CamMigrate.Simulator.Video.Rtsp;

namespace CamMigrate.Streams.Tests.Live;

/// <summary>A virtual camera's RTSP service with one stream, counting refused logins.</summary>
internal sealed class LiveCamera : IAsyncDisposable
{
    public const string Password = "pa:ss@wo/rd 'Ω\"\\&?#%41";

    private readonly RtspServer server;
    private int failedLogins;

    private LiveCamera(VideoSettings settings, RtspFault fault, string password) =>
        server = RtspServer.Start(Studio.Engine, new RtspServerOptions
        {
            Address = IPAddress.Loopback,
            PasswordOf = user => user == "viewer" ? password : null,
            LoginFailed = _ => Interlocked.Increment(ref failedLogins),
            Resolve = path => path == "/main" ? new RtspStream(settings, fault) : null,
        });

    public static Credential Login => new("viewer", new Secret(Password));

    public int FailedLogins => failedLogins;

    public Uri Uri => new($"rtsp://{server.EndPoint}/main");

    public static VideoSettings Video => new()
    {
        Scene = "street",
        Width = 640,
        Height = 360,
        Encoding = "H264",
        FrameRate = 15,
        Bitrate = 1000,
        GovLength = 30,
    };

    public static async Task<LiveCamera> StartAsync(
        VideoSettings? video = null, RtspFault fault = RtspFault.None, string password = Password)
    {
        await Studio.Engine.GetAsync(video ?? Video, CancellationToken.None);
        return StartCold(video ?? Video, fault, password);
    }

    public static LiveCamera StartCold(
        VideoSettings video, RtspFault fault = RtspFault.None, string password = Password) =>
        new(video, fault, password);

    public ValueTask DisposeAsync() => server.DisposeAsync();
}
