using CamMigrate.Core.Errors;
using CamMigrate.Core.Ports;
using CamMigrate.Core.Profiles;
using CamMigrate.Onvif.Tests.Soap;

namespace CamMigrate.Onvif.Tests.EndToEnd;

/// <summary>Only a refused value is sent in another spelling; a refused right is not knocked at again.</summary>
public sealed class RefusedWriteTests
{
    [TestCase("NotAuthorized", 1)]
    [TestCase("OperationProhibited", 1)]
    [TestCase("ActionNotSupported", 1)]
    [TestCase("SomethingElse", 1)]
    [TestCase("InvalidTimeZone", 4)]
    [TestCase("InvalidArgVal", 4)]
    public async Task Time_Refused_IsSentAgainOnlyForAnotherSpelling(string code, int times)
    {
        await using var stub = new SoapStub(r => EncoderStub.Answer(r, _ => StubAnswer.Fault(400, code)));
        await using var target = await OpenAsync(stub);
        var planned = new CameraProfile
        {
            Kind = ProfileKind.CameraProfile,
            Time = new TimeSettings { PosixTimeZone = "CET-1CEST,M3.5.0,M10.5.0/3" },
        };
        var step = target.Steps(planned, Target.Changes("time.posixTimeZone")).Single();

        var error = Assert.ThrowsAsync<CameraException>(() => step.WriteAsync(CancellationToken.None));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(error.Reason, Is.Not.EqualTo(CameraError.Unauthorized));
            Assert.That(error.Code, Is.EqualTo("ter:" + code));
            Assert.That(stub.Count("SetSystemDateAndTime"), Is.EqualTo(times));
        }
    }

    [TestCase("NotAuthorized", 1)]
    [TestCase("OperationProhibited", 1)]
    [TestCase("ConfigModify", 2)]
    public async Task Encoder_Refused_IsSplitOnlyForItsValues(string code, int times)
    {
        await using var stub = new SoapStub(r => EncoderStub.Answer(r, _ => StubAnswer.Fault(400, code)));
        await using var target = await OpenAsync(stub);
        var step = EncoderStep(target);

        var error = Assert.ThrowsAsync<CameraException>(() => step.WriteAsync(CancellationToken.None));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(error.Code, Is.EqualTo("ter:" + code));
            Assert.That(stub.Count("SetVideoEncoderConfiguration"), Is.EqualTo(times));
        }
    }

    [Test]
    public async Task Encoder_GoneInTheMiddle_IsAnErrorThatNamesTheRequest()
    {
        var writes = 0;
        await using var stub = new SoapStub(r => EncoderStub.Answer(
            r,
            _ => ++writes == 1 ? StubAnswer.Fault(400, "InvalidArgVal")
                : StubAnswer.Ok("<trt:SetVideoEncoderConfigurationResponse/>"),
            isListed: writes == 0));
        await using var target = await OpenAsync(stub);
        var step = EncoderStep(target);

        var error = Assert.ThrowsAsync<CameraException>(() => step.WriteAsync(CancellationToken.None));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(error.Reason, Is.EqualTo(CameraError.BadResponse));
            Assert.That(error.Request, Does.EndWith("trt:GetVideoEncoderConfigurations"));
            Assert.That(stub.Count("SetVideoEncoderConfiguration"), Is.EqualTo(2));
        }
    }

    private static WriteStep EncoderStep(OnvifTarget target)
    {
        var encoder = new VideoEncoder
        {
            Stream = "main",
            Encoding = VideoEncoding.H264,
            Resolution = new VideoResolution { Width = 1280, Height = 720 },
        };
        var planned = new CameraProfile
        {
            Kind = ProfileKind.CameraProfile,
            VideoSources = [new VideoSource { Number = 1, VideoEncoders = [encoder] }],
        };
        const string path = "videoSources[1].videoEncoders[main]";
        return target.Steps(planned, Target.Changes($"{path}.encoding", $"{path}.resolution")).Single();
    }

    private static async Task<OnvifTarget> OpenAsync(SoapStub stub)
    {
        var target = await Target.OpenAsync(
            stub.Address.Host, stub.Address.Port!.Value, new Credential("admin", new Secret("Marker-1")));
        await target.ReadAsync(CancellationToken.None);
        return target;
    }
}
