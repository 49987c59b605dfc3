using CamMigrate.Core.Errors;
using CamMigrate.Core.Ports;

namespace CamMigrate.Core.Tests.Ports;

public sealed class LoginRefusalsTests
{
    [Test]
    public void ThrowIfRefused_AfterRefusal_ThrowsForThatUserOnThatHostOnly()
    {
        var refusals = new LoginRefusals();
        refusals.Refuse("GATE", "admin", "gate: GET /x");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(() => refusals.ThrowIfRefused("gate", "admin", "gate: RTSP"),
                Throws.TypeOf<CameraException>().With.Property(nameof(CameraException.Reason)).EqualTo(CameraError.Unauthorized));
            Assert.That(() => refusals.ThrowIfRefused("gate", "viewer", "gate: RTSP"), Throws.Nothing);
            Assert.That(() => refusals.ThrowIfRefused("yard", "admin", "yard: RTSP"), Throws.Nothing);
        }
    }

    [Test]
    public void Secret_Printed_IsStars() =>
        Assert.That($"{new Credential("admin", new Secret("hunter2"))}", Does.Not.Contain("hunter2").And.Contain("***"));
}
