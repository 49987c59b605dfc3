using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using CamMigrate.Core.Ports;
using CamMigrate.Http;
using CamMigrate.Http.Recording;
using CamMigrate.Simulator;
using CamMigrate.Simulator.Estates;
using Microsoft.Extensions.Logging.Abstractions;

namespace CamMigrate.Adapters.Tests.Recording;

/// <summary>Exchanges of every protocol, recorded and served again: each request is answered with the recorded bytes.</summary>
[TestFixture]
internal sealed class ReplayTests
{
    private static readonly RecordedDevice Device = new()
    {
        Address = CameraAddress.Parse("10.9.8.7"),
        Credential = new Credential("admin", new Secret("Old-Secret-1")),
        RecordedAt = DateTimeOffset.UnixEpoch,
    };

    private string folder = "";

    [SetUp]
    public void MakeFolder() => folder = Directory.CreateTempSubdirectory("cammigrate-replay-").FullName;

    [TearDown]
    public void RemoveFolder() => Directory.Delete(folder, recursive: true);

    [Test]
    public async Task Cgi_EveryRequest_IsAnsweredAsRecorded()
    {
        var gbk = "table.ChannelTitle[0].Name=\u00b1\u00b1\u00c3\u00c5\r\ntable.Odd=\u00ff\u00fe!\r\n";
        var (one, two, three) = (
            Get("/cgi-bin/configManager.cgi?action=getConfig&name=ChannelTitle"), Get("/cgi-bin/magicBox.cgi?action=getSystemInfo"),
            Get("/cgi-bin/configManager.cgi?action=getConfig&name=Gone"));
        Record("dahua", (one, Answer(200, "text/plain", gbk)), (two, Answer(200, "text/plain", "serialNumber=4E0123DPAK55566\r\ndeviceType=IPC-X\r\n")),
            (three, Answer(403, "text/html", "Error\r\nBad Request!\r\n")));

        await using var camera = await ServeAsync();
        await using var http = Session(camera);
        var answers = new[] { await http.SendAsync(one, default), await http.SendAsync(two, default), await http.SendAsync(three, default) };

        using var _ = Assert.EnterMultipleScope();
        Assert.That(answers.Select(a => (a.Status, Latin(a))), Is.EqualTo(new[]
        {
            (200, "table.ChannelTitle[0].Name=name-1\r\ntable.Odd=\u00ff\u00fe!\r\n"),
            (200, "serialNumber=0A0000AAAA00001\r\ndeviceType=IPC-X\r\n"), (403, "Error\r\nBad Request!\r\n"),
        }));
        Assert.That(File.Exists(Path.Combine(folder, "configManager.getConfig.ChannelTitle.txt")));
        Assert.That(File.Exists(Path.Combine(folder, "configManager.getConfig.Gone.http403.txt")));
        Assert.That(camera.Cameras[0].Counters.FailedLogins, Is.Zero);
    }

    [Test]
    public async Task Soap_TheSameOperationOfTwoTokens_IsAnsweredForEach()
    {
        var (main, sub) = (Soap("GetProfile", "<ProfileToken>Gate &amp; yard</ProfileToken>", "nonce-a"), Soap("GetProfile", "<ProfileToken>two</ProfileToken>", "nonce-b"));
        Record("onvif",
            (main, Answer(200, "application/soap+xml", "<e><Name>Gate &amp; yard</Name><Uri>rtsp://10.9.8.7:554/a</Uri></e>")),
            (sub, Answer(400, "application/soap+xml", "<e>no such profile</e>")));

        await using var camera = await ServeAsync();
        await using var http = Session(camera);
        var first = await http.SendAsync(Soap("GetProfile", "<ProfileToken>name-1</ProfileToken>", "nonce-c"), default);
        var second = await http.SendAsync(sub, default);
        var third = await http.SendAsync(Soap("GetProfile", "<ProfileToken>three</ProfileToken>", "nonce-d"), default);

        using var _ = Assert.EnterMultipleScope();
        Assert.That((first.Status, Latin(first)), Is.EqualTo((200, "<e><Name>name-1</Name><Uri>rtsp://192.0.2.1:554/a</Uri></e>")));
        Assert.That((second.Status, Latin(second)), Is.EqualTo((400, "<e>no such profile</e>")));
        Assert.That(third.Status, Is.EqualTo(404));
        Assert.That(Directory.EnumerateFiles(Path.Combine(folder, "onvif")).Select(Path.GetFileName), Is.All.StartsWith("media.GetProfile."));
    }

    [Test]
    public async Task Rpc_AfterTheLoginOfTheReplay_AnswersWithItsOwnSession()
    {
        var encode = Rpc("configManager.getConfig", """{"name":"Encode"}""", 7, "old-session");
        Record("dahua",
            (Rpc("global.login", """{"userName":"admin","password":"ABCDEF"}""", 2, "old-session"), Answer(200, "application/json", "{}")),
            (encode, Answer(200, "application/json", """{"id":7,"params":{"table":[{"id":1,"Name":"\u00b1\u00b1"}]},"result":true,"session":"old-session"}""")));

        await using var camera = await ServeAsync();
        await using var http = Session(camera);
        var challenge = JsonNode.Parse((await http.SendAsync(Rpc("global.login", """{"userName":"admin","password":""}""", 1, null), default)).Body)!;
        var session = (string)challenge["session"]!;
        var login = JsonNode.Parse((await http.SendAsync(Rpc("global.login", $$"""{"userName":"admin","password":"{{Hashed(challenge["params"]!)}}"}""", 2, session), default)).Body)!;
        var answer = await http.SendAsync(Rpc("configManager.getConfig", """{"name":"Encode"}""", 12, session), default);
        var stranger = JsonNode.Parse((await http.SendAsync(Rpc("configManager.getConfig", """{"name":"Encode"}""", 13, "another"), default)).Body)!;

        using var _ = Assert.EnterMultipleScope();
        Assert.That((bool)login["result"]!, Is.True);
        Assert.That(Latin(answer), Is.EqualTo($$"""{"id":12,"params":{"table":[{"id":1,"Name":"name-1"}]},"result":true,"session":"{{session}}"}"""));
        Assert.That((bool)stranger["result"]!, Is.False);
        Assert.That(Directory.EnumerateFiles(folder).Select(Path.GetFileName), Is.EquivalentTo(new[] { "RPC2.configManager.getConfig.Encode.json", "SOURCE.txt", "exchanges.json" }));
    }

    [TestCase("/ISAPI/../../../etc/passwd")]
    [TestCase("/ISAPI/CON/aux")]
    [TestCase("/ISAPI/a:b/c*d?x=%2e%2e%2f")]
    [TestCase("/cgi-bin/x.cgi?action=getConfig&name=..%2F..%2Fx")]
    [TestCase("/\u0000\u202e/x")]
    public void FileName_WhateverThePath_IsValidEverywhereAndInsideTheFolder(string path)
    {
        Record("hikvision", (Get(path), Answer(200, "text/xml", "<a/>")), (Get("/ISAPI/" + new string('x', 5000)), Answer(200, "text/xml", "<b/>")));

        var files = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(folder, f)).ToList();

        using var _ = Assert.EnterMultipleScope();
        Assert.That(files, Has.Count.EqualTo(files.Any(f => f == "_http_status.json") ? 5 : 4));
        Assert.That(files, Is.All.Matches("^[A-Za-z0-9_./=\\\\\\[\\]-]{1,180}$"));
        Assert.That(Directory.GetParent(folder)!.EnumerateFiles("passwd"), Is.Empty);
    }

    [Test]
    public void PicturesAndBackups_AreNotKept()
    {
        Record("hikvision", (Get("/ISAPI/a"), Answer(200, "image/jpeg", "\u00ff\u00d8")), (Get("/ISAPI/b"), Answer(200, "application/octet-stream", "x")), (Get("/ISAPI/c"), Answer(200, null, "a\0b")));

        Assert.That(Directory.EnumerateFiles(folder).Select(Path.GetFileName), Is.EquivalentTo(new[] { "exchanges.json", "SOURCE.txt" }));
    }

    private void Record(string adapter, params (CameraRequest Request, CameraResponse Response)[] exchanges)
    {
        var recorder = new ExchangeRecorder();
        foreach (var (request, response) in exchanges) recorder.Take(request, response);
        recorder.Save(folder, Device with { Adapter = adapter });
    }

    private Task<Simulation> ServeAsync() =>
        Simulation.StartAsync(Estate.OfRecording(folder, "admin", "replayed"), new SimulationOptions(), CancellationToken.None);

    private static CameraHttp Session(Simulation simulation) => new(
        CameraAddress.Parse(FormattableString.Invariant($"http://127.0.0.1:{simulation.Cameras[0].Endpoints.Http}")),
        new Credential("admin", new Secret("replayed")), new LoginRefusals(), new CameraHttpOptions(), NullLogger.Instance);

    private static CameraRequest Get(string path) => new(HttpMethod.Get, path);

    private static CameraRequest Soap(string operation, string arguments, string nonce) => new(HttpMethod.Post, "/onvif/media")
    {
        Body = Encoding.UTF8.GetBytes(
            $"<s:Envelope xmlns:s=\"http://www.w3.org/2003/05/soap-envelope\"><s:Header><n>{nonce}</n></s:Header><s:Body>"
            + $"<{operation} xmlns=\"http://www.onvif.org/ver10/media/wsdl\">{arguments}</{operation}></s:Body></s:Envelope>"),
        ContentType = "application/soap+xml",
        IsWrite = false,
    };

    private static CameraRequest Rpc(string method, string values, int id, string? session) =>
        new(HttpMethod.Post, method == "global.login" ? "/RPC2_Login" : "/RPC2")
        {
            Body = Encoding.UTF8.GetBytes($$"""{"method":"{{method}}","params":{{values}},"id":{{id}},"session":{{(session is null ? "null" : $"\"{session}\"")}}}"""),
            ContentType = "application/json",
            Anonymous = true,
            IsWrite = false,
        };

    private static CameraResponse Answer(int status, string? type, string body) => new()
    {
        Status = status,
        ContentType = type,
        Body = Encoding.Latin1.GetBytes(body),
        Headers = Array.Empty<string>().ToLookup(h => h),
        Request = "a request",
    };

    private static string Latin(CameraResponse response) => Encoding.Latin1.GetString(response.Body);

#pragma warning disable CA5351 // what these devices ask for
    private static string Hashed(JsonNode challenge)
    {
        string Hash(string text) => Convert.ToHexString(MD5.HashData(Encoding.UTF8.GetBytes(text)));
        return Hash($"admin:{challenge["random"]}:{Hash($"admin:{challenge["realm"]}:replayed")}");
    }
#pragma warning restore CA5351
}
