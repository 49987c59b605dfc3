using CamMigrate.Core.Planning;
using CamMigrate.Core.Ports;
using CamMigrate.Http;
using CamMigrate.Testing;

namespace CamMigrate.Onvif.Tests.EndToEnd;

/// <summary>Sessions with virtual cameras, as the program opens them.</summary>
internal static class Target
{
    internal static Task<OnvifTarget> OpenAsync(
        SimulatedCamera camera, string? password = null, LoginRefusals? refusals = null) =>
        OpenAsync(camera.Host, camera.HttpPort,
            new Credential(camera.Username, new Secret(password ?? camera.Password)), refusals);

    internal static Task<OnvifTarget> OpenAsync(
        string host, int port, Credential credential, LoginRefusals? refusals = null)
    {
        var options = new OnvifTargetOptions
        {
            Refusals = refusals ?? new LoginRefusals(),
            Http = new CameraHttpOptions { Timeout = TimeSpan.FromSeconds(5) },
            SecondLook = TimeSpan.FromMilliseconds(20),
        };
        return OnvifTarget.ConnectAsync(
            new CameraAddress { Host = host, Port = port, Scheme = "http" }, credential, options,
                CancellationToken.None);
    }

    /// <summary>Changes to be written, by path.</summary>
    internal static Change[] Changes(params string[] paths) =>
        [.. paths.Select(p => new Change { Path = p, Disposition = Disposition.Set })];
}
