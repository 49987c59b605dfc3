using CamMigrate.Core.Ports;
using CamMigrate.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace CamMigrate.Onvif;

/// <summary>What a session with an ONVIF camera needs from the program around it.</summary>
public sealed record OnvifTargetOptions
{
    /// <summary>What no protocol may try again.</summary>
    public required LoginRefusals Refusals { get; init; }

    /// <summary>Bounds of the HTTP session.</summary>
    public CameraHttpOptions Http { get; init; } = new();

    /// <summary>Our clock: what the camera is set to and what logins are signed with.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>How long to wait before an encoder that looks unchanged is read a second time; default 1.5 s.</summary>
    public TimeSpan SecondLook { get; init; } = TimeSpan.FromSeconds(1.5);

    /// <summary>Takes what happens.</summary>
    public ILogger Logger { get; init; } = NullLogger.Instance;
}
