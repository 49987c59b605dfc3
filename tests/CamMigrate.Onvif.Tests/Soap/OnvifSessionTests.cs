using System.Globalization;
using System.Xml.Linq;
using CamMigrate.Core.Errors;
using CamMigrate.Core.Ports;
using CamMigrate.Core.Profiles;
using CamMigrate.Http;
using CamMigrate.Onvif.Areas;
using CamMigrate.Onvif.Soap;
using Microsoft.Extensions.Logging.Abstractions;

namespace CamMigrate.Onvif.Tests.Soap;

public sealed class OnvifSessionTests
{
    private static readonly Credential Admin = new("admin", new Secret("Marker-5521"));

    [Test]
    public async Task Connect_OpenCamera_TakesThreeRequests()
    {
        await using var stub = new SoapStub(StubCamera.Answer);
        var session = Session(stub, out var http);
        await using var own = http;

        await session.ConnectAsync(CancellationToken.None);

        Assert.That(session.Login, Is.EqualTo(LoginKind.Open));
        Assert.That(stub.Requests.Select(r => r.Name),
            Is.EqualTo(new[] { "GetSystemDateAndTime", "GetDeviceInformation", "GetServices" }));
    }

    [Test]
    public async Task Connect_DigestCamera_SendsDigestAndTokenTogether()
    {
        await using var stub = new SoapStub(r => r.Name == "GetSystemDateAndTime" || r.HasDigest
            ? StubCamera.Answer(r)
            : new StubAnswer(401, "", StubCamera.Digest));
        var session = Session(stub, out var http);
        await using var own = http;

        await session.ConnectAsync(CancellationToken.None);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(session.Login, Is.EqualTo(LoginKind.Digest));
            Assert.That(stub.Requests, Has.Count.LessThanOrEqualTo(5));
            Assert.That(stub.Requests.Where(r => r.HasDigest).All(r => r.HasToken), Is.True);
            Assert.That(stub.Requests.Take(2).Any(r => r.HasToken || r.HasDigest), Is.False);
        }
    }

    [TestCase(200)]
    [TestCase(400)]
    [TestCase(401)]
    [TestCase(500)]
    public async Task Connect_TokenCameraRefuses_IsOneLoginWhateverTheStatus(int status)
    {
        await using var stub = new SoapStub(
            r => r.Name == "GetSystemDateAndTime" ? StubCamera.Answer(r) : StubAnswer.Fault(status, "NotAuthorized"));
        var session = Session(stub, out var http);
        await using var own = http;

        var error = Assert.ThrowsAsync<CameraException>(() => session.ConnectAsync(CancellationToken.None));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(error.Reason, Is.EqualTo(CameraError.Unauthorized));
            Assert.That(stub.Requests.Count(r => r.HasToken || r.HasDigest), Is.EqualTo(1));
            Assert.That(error.ToString(), Does.Not.Contain("Marker"));
        }
    }

    [Test]
    public async Task Connect_LocalTimeOnly_SignsByTheCamerasClock()
    {
        var ahead = DateTime.UtcNow.AddHours(8).AddMinutes(30);
        await using var stub = new SoapStub(r => r.Name == "GetSystemDateAndTime"
            ? StubAnswer.Ok(StubCamera.Clock("LocalDateTime", ahead, "CST-8"))
            : r.HasToken ? StubCamera.Answer(r) : StubAnswer.Fault(400, "NotAuthorized"));
        var session = Session(stub, out var http);
        await using var own = http;

        await session.ConnectAsync(CancellationToken.None);

        var created = stub.Requests.First(r => r.HasToken).Envelope.Descendants()
            .First(e => e.Name.LocalName == "Created").Value;
        var difference = DateTimeOffset.Parse(created, CultureInfo.InvariantCulture) - DateTimeOffset.UtcNow;
        Assert.That(difference.TotalMinutes, Is.EqualTo(30).Within(1));
    }

    [Test]
    public async Task Connect_ClockNeedsLogin_SignsByOurs()
    {
        await using var stub = new SoapStub(
            r => r.HasToken ? StubCamera.Answer(r) : StubAnswer.Fault(400, "NotAuthorized"));
        var session = Session(stub, out var http);
        await using var own = http;

        await session.ConnectAsync(CancellationToken.None);

        Assert.That((session.Login, session.ClockOffset), Is.EqualTo((LoginKind.Token, (TimeSpan?)null)));
    }

    [Test]
    public async Task Call_ForeignXAddr_TakesThePathAndKeepsTheHost()
    {
        await using var stub = new SoapStub(StubCamera.Answer);
        var session = Session(stub, out var http);
        await using var own = http;
        await session.ConnectAsync(CancellationToken.None);

        await session.CallAsync(new XElement(OnvifNames.Trt + "GetProfiles"), CancellationToken.None);

        Assert.That(stub.Requests[^1].Path, Is.EqualTo("/their/media"));
    }

    [Test]
    public async Task Connect_GetServicesClosesTheSocket_AsksGetCapabilities()
    {
        await using var stub = new SoapStub(r => r.Name switch
        {
            "GetServices" => null,
            "GetCapabilities" => StubAnswer.Ok(
                "<tds:GetCapabilitiesResponse><tds:Capabilities><tt:Media><tt:XAddr>http://10.0.0.1</tt:XAddr></tt:Media>"
                + "</tds:Capabilities></tds:GetCapabilitiesResponse>"),
            _ => StubCamera.Answer(r),
        });
        var session = Session(stub, out var http);
        await using var own = http;

        await session.ConnectAsync(CancellationToken.None);

        Assert.That(session.Services.Find(OnvifNames.Trt), Is.EqualTo("/"));
    }

    [Test]
    public async Task Call_WriteWhoseAnswerIsLost_IsNotSentAgain()
    {
        await using var stub = new SoapStub(r => r.Name == "SetNTP" ? null : StubCamera.Answer(r));
        var session = Session(stub, out var http);
        await using var own = http;
        await session.ConnectAsync(CancellationToken.None);
        var set = new XElement(OnvifNames.Tds + "SetNTP", new XElement(OnvifNames.Tds + "FromDHCP", "false"));

        var error = Assert.ThrowsAsync<CameraException>(() => session.CallAsync(set, CancellationToken.None));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(error.Reason, Is.EqualTo(CameraError.Unreachable));
            Assert.That(stub.Count("SetNTP"), Is.EqualTo(1));
            Assert.That(session.Writes, Is.EqualTo(1));
        }
    }

    [Test]
    public async Task Call_OpenReadsClosedWrite_AnswersTheChallenge()
    {
        await using var stub = new SoapStub(r => r.Name != "SetNTP" ? StubCamera.Answer(r)
            : r.HasDigest ? StubAnswer.Ok("<tds:SetNTPResponse/>") : new StubAnswer(401, "", StubCamera.Digest));
        var session = Session(stub, out var http);
        await using var own = http;
        await session.ConnectAsync(CancellationToken.None);

        await session.CallAsync(new XElement(
            OnvifNames.Tds + "SetNTP", new XElement(OnvifNames.Tds + "FromDHCP", "true")), CancellationToken.None);

        Assert.That(session.Login, Is.EqualTo(LoginKind.Digest));
    }

    [Test]
    public async Task Call_NotAuthorizedAfterSuccess_IsAboutRightsOnceAndAboutTheLoginTwice()
    {
        await using var stub = new SoapStub(
            r => !r.HasToken && r.Name == "GetDeviceInformation" ? StubAnswer.Fault(400, "NotAuthorized")
            : r.Name is "GetUsers" or "GetNTP" ? StubAnswer.Fault(400, "NotAuthorized") : StubCamera.Answer(r));
        var session = Session(stub, out var http);
        await using var own = http;
        await session.ConnectAsync(CancellationToken.None);

        var first = Assert.ThrowsAsync<CameraException>(
            () => session.CallAsync(new XElement(OnvifNames.Tds + "GetUsers"), CancellationToken.None));
        var second = Assert.ThrowsAsync<CameraException>(
            () => session.CallAsync(new XElement(OnvifNames.Tds + "GetNTP"), CancellationToken.None));

        Assert.That((first.Reason, second.Reason), Is.EqualTo((CameraError.Rejected, CameraError.Unauthorized)));
    }

    [TestCase("SetSystemDateAndTime")]
    [TestCase("SetNTP")]
    public async Task Call_AfterTheClockWasTouched_ReadsItBeforeSigning(string operation)
    {
        await using var stub = new SoapStub(r => r.Name == operation ? null : StubCamera.Answer(r));
        var session = Session(stub, out var http);
        await using var own = http;
        await session.ConnectAsync(CancellationToken.None);
        XElement set = operation == "SetNTP"
            ? new(OnvifNames.Tds + operation, new XElement(OnvifNames.Tds + "FromDHCP", "false"))
            : OnvifTime.SetDateTime(SetDateTimeType.Ntp, null, false, null);
        Assert.ThrowsAsync<CameraException>(() => session.CallAsync(set, CancellationToken.None));

        await session.CallAsync(new XElement(OnvifNames.Trt + "GetProfiles"), CancellationToken.None);

        var last = stub.Requests.TakeLast(2).Select(r => (r.Name, r.HasToken));
        Assert.That(last, Is.EqualTo(new[] { ("GetSystemDateAndTime", false), ("GetProfiles", true) }));
    }

    [Test]
    public async Task Call_UnlistedOperation_NeverLeaves()
    {
        await using var stub = new SoapStub(StubCamera.Answer);
        var session = Session(stub, out var http);
        await using var own = http;

        Assert.ThrowsAsync<InvalidOperationException>(
            () => session.CallAsync(new XElement(OnvifNames.Tds + "SystemReboot"), CancellationToken.None));

        Assert.That(stub.Requests, Is.Empty);
    }

    [TestCase(404, "<html><body>not here</body></html>", CameraError.NotSupported)]
    [TestCase(200, "<html><body>welcome</body></html>", CameraError.BadResponse)]
    [TestCase(500, "", CameraError.BadResponse)]
    [TestCase(200, "<a/>", CameraError.BadResponse)]
    public async Task Connect_NotOnvif_SaysWhatToDo(int status, string body, CameraError reason)
    {
        await using var stub = new SoapStub(_ => new StubAnswer(status, body));
        var session = Session(stub, out var http);
        await using var own = http;

        var error = Assert.ThrowsAsync<CameraException>(() => session.ConnectAsync(CancellationToken.None));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(error.Reason, Is.EqualTo(reason));
            Assert.That(error.Message, Does.Contain("tds:GetSystemDateAndTime").And.Contain("127.0.0.1"));
        }
    }

    private static OnvifSession Session(SoapStub stub, out CameraHttp http)
    {
        var refusals = new LoginRefusals();
        http = new CameraHttp(stub.Address, Admin, refusals,
            new CameraHttpOptions { Timeout = TimeSpan.FromSeconds(5) }, NullLogger.Instance);
        return new OnvifSession(http, Admin, refusals, TimeProvider.System, NullLogger.Instance);
    }
}
