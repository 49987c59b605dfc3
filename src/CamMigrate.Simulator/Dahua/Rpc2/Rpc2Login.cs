using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using CamMigrate.Simulator.Http;

namespace CamMigrate.Simulator.Dahua.Rpc2;

/// <summary><c>/RPC2_Login</c>: a challenge first, then the password hashed with it.</summary>
internal sealed class Rpc2Login(
    DahuaDevice device, Rpc2Sessions sessions, LoginLedger ledger, CameraCounters counters)
{
    private const string Cookie = "WebClientHttpSessionID";

    public Answer Answer(Rpc2Message call, IPAddress client)
    {
        if (call.Method != "global.login" || !device.Settings.Initialised)
            return Rpc2Message.Send(call.Bad(Rpc2Errors.NoInterface, "Interface not found!"));
        if (ledger.IsLocked(client)) return Locked(call, client);
        if (call["password"] is not { Length: > 0 } password || sessions.TakeChallenge(call.Session) is not { } random)
            return Challenge(call);
        if (!IsRight(call, password, random))
        {
            ledger.Failed(client);
            return Rpc2Message.Send(call.Bad(
                Rpc2Errors.WrongPassword, "Component error: User or password not valid!"));
        }

        ledger.Succeeded(client);
        var session = sessions.Open(call.Session!);
        var answer = Rpc2Message.Send((call with { Session = session }).Good(
            new JsonObject { ["keepAliveInterval"] = Math.Ceiling(device.Settings.SessionSeconds) }));
        if (device.IsNew) answer.Headers.Add(new("Set-Cookie", $"{Cookie}={session}; path=/"));
        return answer;
    }

    /// <summary>The session of a cookie; null without one.</summary>
    public static string? Remembered(Microsoft.AspNetCore.Http.HttpRequest request) => request.Cookies[Cookie];

    private Answer Challenge(Rpc2Message call)
    {
        var (session, random) = sessions.Challenge();
        return Rpc2Message.Send((call with { Session = session }).Bad(
            device.IsOld ? Rpc2Errors.OldChallenge : Rpc2Errors.Challenge,
            "Component error: login challenge!",
            new JsonObject
            {
                ["encryption"] = device.Settings.Encryption,
                ["random"] = random,
                ["realm"] = device.Camera.Login.Realm,
            }));
    }

    private Answer Locked(Rpc2Message call, IPAddress client) => Rpc2Message.Send(call.Bad(
        Rpc2Errors.Locked,
        "Component error: user is locked!",
        new JsonObject { ["remainLockSecond"] = (int)Math.Ceiling(ledger.LockedSeconds(client)) }));

    private bool IsRight(Rpc2Message call, string password, string random)
    {
        if (device.Settings.Encryption != "Default") counters.BasicLogin();
        if (ledger.Find(call["userName"] ?? "") is not { } user
            || call["authorityType"] != device.Settings.Encryption)
            return false;
        return password == device.Settings.Encryption switch
        {
            "Plain" => user.Secret,
            "Basic" => Convert.ToBase64String(Encoding.UTF8.GetBytes($"{user.Username}:{user.Secret}")),
            _ => Hash($"{user.Username}:{random}:{Hash($"{user.Username}:{device.Camera.Login.Realm}:{user.Secret}")}"),
        };
    }

    private static string Hash(string text) => DigestFields.Hash("MD5", text).ToUpperInvariant();
}
