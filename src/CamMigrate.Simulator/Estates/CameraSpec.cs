using System.Collections.Immutable;

namespace CamMigrate.Simulator.Estates;

internal sealed record EstateDocument
{
    public required string Kind { get; init; }

    public int SchemaVersion { get; init; } = 1;

    public required ImmutableArray<CameraSpec> Cameras { get; init; } = [];
}

/// <summary>The protocol a virtual camera speaks.</summary>
internal enum CameraFace
{
    Hikvision,
    Onvif,

    Dahua,

    /// <summary>A folder of recorded answers.</summary>
    Recorded,

    /// <summary>Not a camera: a plain web server that answers every request with a page.</summary>
    WebServer,
}

/// <summary>A way of searching for cameras.</summary>
internal enum DiscoveryProtocol
{
    WsDiscovery,
    Sadp,
    DhDiscover,
}

/// <summary>One camera of the estate.</summary>
internal sealed record CameraSpec
{
    public required string Name { get; init; }

    public required CameraFace Face { get; init; }

    /// <summary>Loopback address, 127.x.y.z.</summary>
    public string Address { get; init; } = "127.0.0.1";

    public PortsSpec Ports { get; init; } = new();

    public ImmutableArray<UserSpec> Users { get; init; } = [];

    public IdentitySpec Identity { get; init; } = new();

    /// <summary>What the camera looks at; cameras at one place share the name.</summary>
    public string Scene { get; init; } = "street";

    /// <summary>Whether the camera answers searches on its own address, and by multicast.</summary>
    public bool Discovery { get; init; }

    /// <summary>Which searches; empty: the one of its face.</summary>
    public ImmutableArray<DiscoveryProtocol> DiscoveryProtocols { get; init; } = [];

    public LoginSpec Login { get; init; } = new();

    public FaultSpec Faults { get; init; } = new();

    public HikvisionSpec? Hikvision { get; init; }

    public OnvifSpec? Onvif { get; init; }

    public DahuaSpec? Dahua { get; init; }

    /// <summary>Folder of recorded answers (face <c>recorded</c>).</summary>
    public string? Recording { get; init; }
}

/// <summary>TCP ports, 0 to 65535; 0 takes any free port.</summary>
internal sealed record PortsSpec
{
    public int Http { get; init; }

    /// <summary>Null: no TLS listener.</summary>
    public int? Https { get; init; }

    public int Rtsp { get; init; }
}

/// <summary>An account. Its text form never shows the password.</summary>
internal sealed record UserSpec
{
    public required string Username { get; init; }

    public string? Password { get; init; }

    /// <summary>Environment variable that holds the password, in place of <see cref="Password"/>.</summary>
    public string? PasswordEnv { get; init; }

    /// <summary>
    /// The level in the camera's own word: Administrator, Operator, Viewer (ISAPI) or User (ONVIF); Dahua has two
    /// groups, admin (of Administrator) and user (of all others).
    /// </summary>
    public string Level { get; init; } = "Administrator";

    public string Secret => Password ?? Environment.GetEnvironmentVariable(PasswordEnv ?? "") ?? "";

    public override string ToString() => Username;
}

internal sealed record IdentitySpec
{
    public string Manufacturer { get; init; } = "Simulated";

    public string Model { get; init; } = "SIM-1";

    public string Firmware { get; init; } = "V1.0.0";

    /// <summary>Build as Hikvision prints it (<c>240826</c>); unused elsewhere.</summary>
    public string Build { get; init; } = "240101";

    public string SerialNumber { get; init; } = "SIM000000001";

    public string MacAddress { get; init; } = "00:00:5e:00:53:01";

    public string HardwareId { get; init; } = "1.0";
}
