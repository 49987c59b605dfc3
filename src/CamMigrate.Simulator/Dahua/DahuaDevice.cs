using System.Security.Cryptography;
using System.Text;
using CamMigrate.Simulator.Estates;

namespace CamMigrate.Simulator.Dahua;

/// <summary>What the tables and calls of a virtual Dahua are made from.</summary>
/// <param name="Camera">The camera as the estate describes it.</param>
/// <param name="Settings">Its Dahua part.</param>
/// <param name="Endpoints">Where it listens; asked late, ports are known after the start only.</param>
/// <param name="Time">The clock.</param>
internal sealed record DahuaDevice(
    CameraSpec Camera, DahuaSpec Settings, Func<CameraEndpoints> Endpoints, TimeProvider Time)
{
    private const string RecorderType = "31";

    public bool IsOld => Settings.Generation == DahuaGeneration.Old;

    public bool IsNew => Settings.Generation == DahuaGeneration.New;

    /// <summary>Model as recorders print it in deviceType; null where the line is missing.</summary>
    public string? DeviceType => Settings.DeviceType is { } text
        ? text.Length == 0 ? null : text
        : Settings.Recorder ? RecorderType : Camera.Identity.Model;

    /// <summary>The camera with what a Dahua has where the estate says nothing: realm and empty opaque.</summary>
    public static CameraSpec WithLogin(CameraSpec camera) => camera.Login.Realm == LoginSpec.DefaultRealm
        ? camera with { Login = camera.Login with { Realm = Realm(camera), Opaque = camera.Login.Opaque ?? "" } }
        : camera with { Login = camera.Login with { Opaque = camera.Login.Opaque ?? "" } };

    /// <summary>A channel by its number on the wire, counted from 1.</summary>
    public DahuaChannel? Channel(int number) =>
        number >= 1 && number <= Settings.Channels.Length ? Settings.Channels[number - 1] : null;

    // Old firmware tells its MAC, the next its serial, new firmware neither.
    private static string Realm(CameraSpec camera) => camera.Dahua?.Generation switch
    {
        DahuaGeneration.Old => "DH_" + camera.Identity.MacAddress.Replace(":", "", StringComparison.Ordinal),
        DahuaGeneration.New => "Login to " + Convert.ToHexStringLower(
            SHA256.HashData(Encoding.UTF8.GetBytes(camera.Identity.SerialNumber)).AsSpan(0, 16)),
        _ => "Login to " + camera.Identity.SerialNumber,
    };
}
