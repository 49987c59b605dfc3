using System.Xml.Linq;
using CamMigrate.Core.Errors;
using CamMigrate.Onvif.Reading;

namespace CamMigrate.Onvif.Tests.Reading;

public sealed class AreaReaderTests
{
    private int pings;

    [TestCase(CameraError.NotSupported, false, false)]
    [TestCase(CameraError.NotSupported, true, true)]
    [TestCase(CameraError.BadResponse, false, true)]
    [TestCase(CameraError.Rejected, false, true)]
    [TestCase(CameraError.Unreachable, false, true)]
    [TestCase(CameraError.TimedOut, false, true)]
    public async Task Try_Failure_IsNotedUnlessTheCameraHasNoSuchThing(CameraError reason, bool isAnnounced, bool isNoted)
    {
        var areas = new AreaReader(PingAsync);

        Assert.That(await areas.TryAsync("masks", isAnnounced, () => FailingAsync(reason)), Is.Null);

        Assert.That(areas.Unread.ContainsKey("masks"), Is.EqualTo(isNoted));
        Assert.That(pings, Is.EqualTo(reason is CameraError.Unreachable or CameraError.TimedOut ? 1 : 0));
    }

    [Test]
    public void Try_LoginRefused_Ends() =>
        Assert.ThrowsAsync<CameraException>(() => new AreaReader(PingAsync).TryAsync("x", () => FailingAsync(CameraError.Unauthorized)));

    [Test]
    public void Try_CameraIsGone_Ends() => Assert.ThrowsAsync<CameraException>(() =>
        new AreaReader(() => FailingAsync(CameraError.Unreachable)).TryAsync("x", () => FailingAsync(CameraError.Unreachable)));

    [Test]
    public void Try_AfterAWrite_UnknownDoesNotPassForAnAnswer() => Assert.ThrowsAsync<CameraException>(() =>
        new AreaReader(PingAsync, isStrict: true).TryAsync("masks", () => FailingAsync(CameraError.BadResponse)));

    [SetUp]
    public void Reset() => pings = 0;

    private static Task<XElement> FailingAsync(CameraError reason) => throw new CameraException(reason, "camera: tr2:GetMasks", "failed.");

    private Task PingAsync()
    {
        pings++;
        return Task.CompletedTask;
    }
}
