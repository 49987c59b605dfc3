using System.Net;
using System.Xml;
using CamMigrate.Simulator.Discovery;
using static System.FormattableString;

namespace CamMigrate.Simulator.Estates;

/// <summary>What an estate must hold beyond its spelling; every broken rule is reported.</summary>
internal static class EstateRules
{
    public const string NotXml = "holds a character that XML cannot carry, so no camera could send it";

    /// <summary>Whether a text can stand in a document; otherwise every answer with it would be an error.</summary>
    public static bool FitsXml(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (XmlConvert.IsXmlChar(text[i])) continue;
            if (i + 1 == text.Length || !XmlConvert.IsXmlSurrogatePair(text[i + 1], text[i])) return false;
            i++;
        }

        return true;
    }

    public static void Check(EstateDocument estate, List<string> problems)
    {
        if (estate.Kind != "Estate") problems.Add($"kind: '{estate.Kind}' is not Estate");
        if (estate.SchemaVersion != 1)
            problems.Add(Invariant($"schemaVersion: {estate.SchemaVersion} is not known, 1 is"));
        if (estate.Cameras.IsEmpty) problems.Add("cameras: none");
        foreach (var twins in estate.Cameras
            .GroupBy(camera => camera.Name, StringComparer.OrdinalIgnoreCase).Where(group => group.Skip(1).Any()))
            problems.Add(Invariant($"cameras: '{twins.Key}' is there {twins.Count()} times"));
        var taken = estate.Cameras
            .SelectMany(camera => PortsOf(camera.Ports)
                .Where(port => port != 0)
                .Select(port => Invariant($"{camera.Address}:{port}")))
            .GroupBy(endpoint => endpoint, StringComparer.Ordinal)
            .Where(group => group.Count() > 1);
        problems.AddRange(taken.Select(group => Invariant($"cameras: {group.Key} is used {group.Count()} times")));
        foreach (var camera in estate.Cameras)
            problems.AddRange(ProblemsOf(camera).Select(problem => $"cameras['{camera.Name}'].{problem}"));
    }

    private static IEnumerable<string> ProblemsOf(CameraSpec camera)
    {
        if (!IPAddress.TryParse(camera.Address, out var address) || !IPAddress.IsLoopback(address))
            yield return $"address: '{camera.Address}' is not a loopback address (127.x.y.z)";
        foreach (var port in PortsOf(camera.Ports).Where(port => port is < 0 or > 65535))
            yield return Invariant($"ports: {port} is not 0 to 65535");
        if (camera.Users.IsEmpty && camera.Face != CameraFace.WebServer)
            yield return "users: a camera needs at least one";
        foreach (var user in camera.Users)
        {
            if (user.Secret.Length == 0)
                yield return $"users: {user.Username} has no password (password, or passwordEnv that is set)";
        }

        foreach (var name in camera.Login.Algorithms.Where(name => name is not ("MD5" or "SHA-256")))
            yield return $"login.algorithms: '{name}' is not MD5 or SHA-256";
        if (camera.Login.LockStatus is not (401 or 403)) yield return "login.lockStatus: 401 or 403";
        if (camera.Face != CameraFace.Hikvision && camera.Hikvision is not null)
            yield return "hikvision: only with face: hikvision";
        if (camera.Face != CameraFace.Onvif && camera.Onvif is not null) yield return "onvif: only with face: onvif";
        if (camera.Face != CameraFace.Dahua && camera.Dahua is not null) yield return "dahua: only with face: dahua";
        if (camera.Discovery && DiscoveryResponders.Of(camera).IsEmpty)
            yield return $"discovery: no search is known for this face; name it with discoveryProtocols";
        if (camera.Face == CameraFace.Recorded && !Directory.Exists(camera.Recording))
            yield return $"recording: '{camera.Recording}' is not a folder";
        foreach (var problem in HikvisionSpecRules.ProblemsOf(camera.Hikvision)) yield return $"hikvision.{problem}";
        foreach (var problem in OnvifRules.ProblemsOf(camera.Onvif)) yield return $"onvif.{problem}";
        foreach (var problem in DahuaRules.ProblemsOf(camera.Dahua)) yield return $"dahua.{problem}";
    }

    private static IEnumerable<int> PortsOf(PortsSpec ports) => [ports.Http, ports.Https ?? 0, ports.Rtsp];
}
