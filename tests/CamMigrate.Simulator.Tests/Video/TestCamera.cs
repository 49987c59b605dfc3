using System.Net;
using CamMigrate.Simulator.Video;
using CamMigrate.Simulator.Video.Rtsp;

namespace CamMigrate.Simulator.Tests.Video;

/// <summary>A virtual camera's RTSP side: one stream at <c>/live?channel=1</c>, one user.</summary>
internal sealed class TestCamera : IAsyncDisposable
{
    public const string User = "admin";
    public const string Password = "pa:ss w0rd";
    public const string Path = "/live?channel=1";

    private readonly RtspServer server;
    private int failures;

    public TestCamera(VideoSettings settings, RtspFault fault = RtspFault.None, Func<RtspServerOptions,
        RtspServerOptions>? change = null)
    {
        Stream = new RtspStream(settings, fault);
        var options = new RtspServerOptions
        {
            Address = IPAddress.Loopback,
            PasswordOf = user => user == User ? Password : null,
            LoginFailed = _ => Interlocked.Increment(ref failures),
            Resolve = path => path == Path ? Stream : null,
        };
        server = RtspServer.Start(Studio.Engine, change?.Invoke(options) ?? options);
    }

    public RtspStream Stream { get; set; }

    public int LoginFailures => failures;

    public IPEndPoint EndPoint => server.EndPoint;

    public string Address => $"rtsp://{EndPoint}{Path}";

    public string Url => UrlWith(Password);

    public static async Task<TestCamera> ReadyAsync(
        VideoSettings settings, RtspFault fault = RtspFault.None, Func<RtspServerOptions,
            RtspServerOptions>? change = null)
    {
        Tool.Require();
        await Studio.Engine.GetAsync(settings, TestContext.CurrentContext.CancellationToken);
        return new TestCamera(settings, fault, change);
    }

    public string UrlWith(string password) => $"rtsp://{User}:{Uri.EscapeDataString(password)}@{EndPoint}{Path}";

    public ValueTask DisposeAsync() => server.DisposeAsync();
}
