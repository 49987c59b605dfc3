using System.Text;

namespace CamMigrate.Http.Tests.Rules;

/// <summary>What a reading session lets out, and that all else throws before the socket.</summary>
[TestFixture]
internal sealed class ReadOnlyRuleTests
{
    private const string Soap = "http://www.w3.org/2003/05/soap-envelope";
    private const string Device = "http://www.onvif.org/ver10/device/wsdl";

    [TestCase("/ISAPI/System/deviceInfo")]
    [TestCase("/ISAPI/PTZCtrl/channels/1/presets?format=json")]
    [TestCase("/ISAPI/Streaming/channels/101/picture?videoResolutionWidth=1920&videoResolutionHeight=1080")]
    [TestCase("/ISAPI/System/activateStatus")]
    [TestCase("/")]
    [TestCase("/cgi-bin/configManager.cgi?action=getConfig&name=Encode")]
    [TestCase("/cgi-bin/configManager.cgi?action=getConfig&name=VideoColor%5B0%5D%5B0%5D.Brightness")]
    [TestCase("/cgi-bin/configManager.cgi?action=getConfig&name=VideoColor[0][0].Brightness")]
    [TestCase("/cgi-bin/eventManager.cgi?action=attach&codes=[All]&heartbeat=5")]
    [TestCase("/cgi-bin/magicBox.cgi?action=getSoftwareVersion")]
    [TestCase("/cgi-bin/snapshot.cgi?channel=1")]
    [TestCase("/cgi-bin/mjpg/video.cgi?channel=1&subtype=1")]
    public void Get_ThatReads_IsLetOut(string path) => Assert.That(Allows(Get(path)), Is.True);

    [TestCase("/ISAPI/System/reboot")]
    [TestCase("/ISAPI/System/%72eboot")]
    [TestCase("/ISAPI/System/%2572eboot")]
    [TestCase("/ISAPI/System/Reboot/")]
    [TestCase("/ISAPI/x/../System/reboot")]
    [TestCase("/ISAPI/x/%2e%2e/System/reboot")]
    [TestCase("/ISAPI\\System\\reboot")]
    [TestCase("/ISAPI/System%2Freboot")]
    [TestCase("/ISAPI/System/reboot;a=b")]
    [TestCase("/ISAPI/System/reboot.")]
    [TestCase("/ISAPI/System/reboot%20")]
    [TestCase("/ISAPI/System/reboot%00")]
    [TestCase("/ISAPI/PTZCtrl/channels/1/presets/1/goto")]
    [TestCase("/ISAPI/System/IO/outputs/1/TRIGGER?x=1")]
    [TestCase("/cgi-bin/configManager.cgi?action=setConfig&VideoColor[0][0].Brightness=60")]
    [TestCase("/cgi-bin/configManager.cgi?action=SETCONFIG&a=b")]
    [TestCase("/cgi-bin/configManager.cgi?action=%73etConfig&a=b")]
    [TestCase("/cgi-bin/configManager.cgi?%61ction=setConfig&a=b")]
    [TestCase("/cgi-bin/configManager.cgi?ACTION=setConfig")]
    [TestCase("/cgi-bin/configManager.cgi?action=getConfig&action=setConfig")]
    [TestCase("/cgi-bin/configManager.cgi?action=getConfig&Action=setConfig")]
    [TestCase("/cgi-bin/configManager.cgi?action=getConfig&%61ction=setConfig")]
    [TestCase("/cgi-bin/configManager.cgi?action=getConfig%26action=setConfig")]
    [TestCase("/cgi-bin/configManager.cgi?action=getConfig%2526action%253DsetConfig")]
    [TestCase("/cgi-bin/configManager.cgi?action=getConfig;action=setConfig")]
    [TestCase("/cgi-bin/configManager.cgi?action=getConfig%0a&a=b")]
    [TestCase("/cgi-bin/configManager.cgi?action=get")]
    [TestCase("/cgi-bin/configManager.cgi?action=gettogether")]
    [TestCase("/cgi-bin/configManager.cgi?action=")]
    [TestCase("/cgi-bin/configManager.cgi?name=Encode")]
    [TestCase("/cgi-bin/configManager.cgi")]
    [TestCase("/cgi-bin/configManager%2Ecgi?action=setConfig")]
    [TestCase("/%63gi-bin/configManager.CGI?action=setConfig")]
    [TestCase("/x/../cgi-bin/configManager.cgi?action=setConfig")]
    [TestCase("/cgi-bin/magicBox.cgi?action=reboot")]
    [TestCase("/cgi-bin/ptz.cgi?action=start&code=GotoPreset&channel=0")]
    [TestCase("/cgi-bin/userManager.cgi?action=addUser&user.Name=x")]
    [TestCase("/cgi-bin/snapshot.cgi?action=setConfig")]
    [TestCase("/cgi-bin/snapshot.cgi/../ptz.cgi?code=1")]
    [TestCase("/cgi-bin/other?action=setConfig")]
    [TestCase("/web/config?action=reboot")]
    public void Get_ThatMayAct_IsRefused(string path) => Assert.That(Allows(Get(path)), Is.False);

    [TestCase("PUT")]
    [TestCase("DELETE")]
    [TestCase("POST")]
    [TestCase("PATCH")]
    [TestCase("get")]
    [TestCase("OPTIONS")]
    public void Method_OtherThanGet_IsRefusedWhateverItSaysOfItself(string method)
    {
        var request = new CameraRequest(new HttpMethod(method), "/ISAPI/System/time")
        {
            IsWrite = false,
            Name = "GetTime",
        };

        Assert.That(Allows(request with { Body = "<Time/>"u8.ToArray() }), Is.False);
        if (method != "get") Assert.That(Allows(request), Is.False);
    }

    [TestCase("/RPC2_Login", """{"method":"global.login","params":{"userName":"admin"},"id":1}""")]
    [TestCase("/RPC2", """{"method":"global.keepAlive","params":{"timeout":300}}""")]
    [TestCase("/RPC2", """{"method":"global.logout"}""")]
    [TestCase("/RPC2", """{"id":2,"method":"configManager.getConfig","params":{"name":"NTP"},"session":"a"}""")]
    [TestCase("/RPC2", """{"method":"system.listMethod"}""")]
    [TestCase("/RPC2", """{"method":"encode.getCaps","object":7}""")]
    [TestCase("/RPC2", """{"method":"userManager.getUserInfoAll","params":{"method":"configManager.setConfig"}}""")]
    public void Rpc_ThatReads_IsLetOut(string path, string body) => Assert.That(Allows(Post(path, body)), Is.True);

    [TestCase("/RPC2", """{"method":"configManager.setConfig","params":{"name":"getConfig"}}""")]
    [TestCase("/RPC2", """{"method":"configManager.getConfig","method":"configManager.setConfig"}""")]
    [TestCase("/RPC2", """{"method":"configManager.getConfig","Method":"configManager.setConfig"}""")]
    [TestCase("/RPC2", """{"method":"configManager.getConfig","\u006dethod":"configManager.setConfig"}""")]
    [TestCase("/RPC2", """[{"method":"configManager.getConfig"}]""")]
    [TestCase("/RPC2", """{"method":"configManager.getConfig"}{"method":"configManager.setConfig"}""")]
    [TestCase("/RPC2", """{"method":["configManager.getConfig"]}""")]
    [TestCase("/RPC2", """{"params":{"method":"configManager.getConfig"}}""")]
    [TestCase("/RPC2", """{"method":"system.multicall","params":[{"method":"configManager.getConfig"}]}""")]
    [TestCase("/RPC2", """{"method":"configManager.factory.instance"}""")]
    [TestCase("/RPC2", """{"method":"configManager.getInstance"}""")]
    [TestCase("/RPC2", """{"method":"getConfig.setConfig"}""")]
    [TestCase("/RPC2", """{"method":"configManager.getconfig"}""")]
    [TestCase("/RPC2", """{"method":"configManager.GetConfig"}""")]
    [TestCase("/RPC2", """{"method":"configManager.get"}""")]
    [TestCase("/RPC2", """{"method":"getConfig"}""")]
    [TestCase("/RPC2", """{"method":"magicBox.reboot","comment":"magicBox.getUpTime"}""")]
    [TestCase("/RPC2", """{"method":"configManager.getConfig\u0000.setConfig"}""")]
    [TestCase("/RPC2", """{"method":"global.login"}""")]
    [TestCase("/RPC2", "method=configManager.getConfig")]
    [TestCase("/RPC2", "")]
    [TestCase("/RPC2?method=configManager.setConfig", """{"method":"configManager.getConfig"}""")]
    [TestCase("/RPC2_Login", """{"method":"configManager.setConfig"}""")]
    [TestCase("/RPC2_Login", """{"method":"configManager.getConfig"}""")]
    [TestCase("/rpc2", """{"method":"configManager.getConfig"}""")]
    [TestCase("/RPC3", """{"method":"configManager.getConfig"}""")]
    [TestCase("/cgi-bin/configManager.cgi?action=getConfig", """{"method":"configManager.getConfig"}""")]
    public void Rpc_ThatMayAct_IsRefused(string path, string body) => Assert.That(Allows(Post(path, body)), Is.False);

    [TestCase("GetDeviceInformation")]
    [TestCase("GetNetworkInterfaces")]
    public void Soap_Get_IsLetOut(string operation) =>
        Assert.That(Allows(Envelope($"<{operation} xmlns='{Device}'/>")), Is.True);

    [TestCase("<SetNTP xmlns='" + Device + "'/>")]
    [TestCase("<GotoHomePosition xmlns='http://www.onvif.org/ver20/ptz/wsdl'/>")]
    [TestCase("<Get xmlns='" + Device + "'/>")]
    [TestCase("<getUsers xmlns='" + Device + "'/>")]
    [TestCase("<GetNTP xmlns='" + Device + "'/><SetNTP xmlns='" + Device + "'/>")]
    [TestCase("<GetNTP xmlns='urn:other'/>")]
    [TestCase("<GetNTP/>")]
    [TestCase("")]
    [TestCase("<GetNTP xmlns='" + Device + "'/></s:Body><s:Body><SetNTP xmlns='" + Device + "'/>")]
    public void Soap_BodyThatMayAct_IsRefused(string body) => Assert.That(Allows(Envelope(body)), Is.False);

    [TestCase("<?xml version='1.0' encoding='utf-16'?>")]
    [TestCase("<!DOCTYPE a [<!ENTITY b 'c'>]>")]
    [TestCase("<a/>")]
    public void Soap_BodyReadInTwoWays_IsRefused(string before)
    {
        var sound = Envelope($"<GetNTP xmlns='{Device}'/>");

        var text = before + Encoding.UTF8.GetString(sound.Body!.Value.Span);
        Assert.That(Allows(sound with { Body = Encoding.UTF8.GetBytes(text) }), Is.False);
    }

    [Test]
    public void Soap_ActionSaysOtherThanTheBody_IsRefused()
    {
        var sound = Envelope($"<GetNTP xmlns='{Device}'/>");
        var lies = $"<a:Action xmlns:a='http://www.w3.org/2005/08/addressing'>{Device}/SetNTP</a:Action>";

        using var _ = Assert.EnterMultipleScope();
        Assert.That(Allows(sound with { ContentType = $"application/soap+xml; action=\"{Device}/GetNTP\"" }), Is.True);
        Assert.That(Allows(sound with { ContentType = $"application/soap+xml; action=\"{Device}/SetNTP\"" }), Is.False);
        Assert.That(Allows(Envelope($"<GetNTP xmlns='{Device}'/>", lies)), Is.False);
        Assert.That(Allows(sound with { Path = "/ISAPI/System/time" }), Is.False);
        Assert.That(Allows(sound with { Path = "/onvif/device_service?action=setConfig" }), Is.False);
    }

    /// <summary>However an acting verb is written, encoded and surrounded, it does not pass.</summary>
    [Test]
    public void Cgi_AnyDisguiseOfAnActingVerb_IsRefused()
    {
        var random = new Random(71);
        string[] verbs =
            ["setConfig", "reboot", "start", "addUser", "modifyPassword", "restore", "deleteUser", "factory.create"];
        string[] joints = ["&", "%26", ";", "%2526", "&&", "&x=1&", "?", "%3F", "%0d%0a", "+"];
        for (var run = 0; run < 5000; run++)
        {
            var verb = Disguised(Pick(random, verbs), random);
            var key = Disguised("action", random);
            var query = random.Next(3) switch
            {
                0 => $"{key}={verb}",
                1 => $"action=getConfig{Pick(random, joints)}{key}={verb}",
                _ => $"{key}={verb}{Pick(random, joints)}action=getConfig",
            };
            var program = $"{Disguised("configManager", random)}.{Disguised("cgi", random)}";
            var path = $"/{Disguised("cgi-bin", random)}/{program}?{query}";

            Assert.That(Allows(Get(path)), Is.False, path);
        }
    }

    [Test]
    public void Rpc_AnyMethodThatDoesNotGetOrList_IsRefused()
    {
        var random = new Random(72);
        string[] verbs =
            ["set", "modify", "add", "delete", "start", "reboot", "multicall", "attach", "instance", "create", "do"];
        for (var run = 0; run < 2000; run++)
        {
            var method = $"configManager.{Pick(random, verbs)}{Pick(random, ["Config", "", "getConfig", ".x", " "])}";
            var name = random.Next(2) == 0 ? "method" : "\\u006dethod";
            var body = $"{{\"id\":{random.Next(9)},\"{name}\":\"{method}\"}}";

            Assert.That(Allows(Post("/RPC2", body)), Is.False, body);
        }
    }

    [Test]
    public async Task Session_RefusedRequest_OpensNoConnection()
    {
        await using var server = new ScriptedServer(_ => WireReply.Text(200, ""));
        await using var http = Sessions.With(server, new CameraHttpOptions { ReadOnly = true, Connections = 4 });
        CameraRequest[] refused =
        [
            Get("/cgi-bin/magicBox.cgi?action=reboot"), Post("/RPC2", """{"method":"magicBox.reboot"}"""),
            Envelope($"<SystemReboot xmlns='{Device}'/>"), new(HttpMethod.Put, "/ISAPI/System/reboot"),
        ];

        foreach (var request in refused)
            Assert.ThrowsAsync<InvalidOperationException>(() => http.SendAsync(request, CancellationToken.None));

        Assert.That(server.Connections, Is.Zero);
    }

    private static bool Allows(CameraRequest request)
    {
        try
        {
            ReadOnlyRule.Check(request);
            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    private static CameraRequest Get(string path) => new(HttpMethod.Get, path);

    private static CameraRequest Post(string path, string body) =>
        new(HttpMethod.Post, path) { Body = Encoding.UTF8.GetBytes(body), IsWrite = false, Name = "RPC2 getConfig" };

    private static CameraRequest Envelope(string body, string header = "") => Post(
        "/onvif/device_service",
        $"<s:Envelope xmlns:s='{Soap}'><s:Header>{header}</s:Header><s:Body>{body}</s:Body></s:Envelope>");

    private static string Pick(Random random, string[] from) => from[random.Next(from.Length)];

    private static string Disguised(string text, Random random) => string.Concat(text.Select(c => random.Next(4) switch
    {
        0 => FormattableString.Invariant($"%{(int)c:x2}"),
        1 when random.Next(4) == 0 => FormattableString.Invariant($"%25{(int)c:X2}"),
        2 => char.IsUpper(c) ? char.ToLowerInvariant(c).ToString() : char.ToUpperInvariant(c).ToString(),
        _ => c.ToString(),
    }));
}
