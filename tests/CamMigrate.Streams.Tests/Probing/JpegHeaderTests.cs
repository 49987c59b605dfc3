using CamMigrate.Streams.Ffmpeg;
using CamMigrate.Streams.Probing;

namespace CamMigrate.Streams.Tests.Probing;

public sealed class JpegHeaderTests
{
    private static readonly byte[] Small =
        [0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 1, 2, 0xFF, 0xC0, 0, 17, 8, 0x01, 0x68, 0x02, 0x80, 3, 1, 2];

    [Test]
    public void Size_FrameHeaderBehindOthers_IsRead() => Assert.That(JpegHeader.Size(Small), Is.EqualTo((640, 360)));

    [Test]
    public void Size_EveryCut_IsNullOrRight()
    {
        for (var length = 0; length < Small.Length; length++)
            Assert.That(JpegHeader.Size(Small.AsSpan(0, length)), Is.Null.Or.EqualTo((640, 360)));
    }

    [TestCase("89504E470D0A1A0A")]
    [TestCase("FFD8FFE00000FFE00000")]
    [TestCase("FFD8FFC0001108000000000301")]
    [TestCase("")]
    public void Size_NoJpeg_IsNull(string hex) => Assert.That(JpegHeader.Size(Convert.FromHexString(hex)), Is.Null);

    [Test]
    [Category("Ffmpeg")]
    public async Task Decode_HostileFiles_AreNull()
    {
        var tools = FfmpegTools.Find();
        if (tools is null) Assert.Ignore("ffmpeg is not installed");
        var decoder = new PictureDecoder(tools!, TimeProvider.System);
        byte[] huge = [.. Small];
        (huge[13], huge[14], huge[15], huge[16]) = (0xFF, 0xFF, 0xFF, 0xFF);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                await decoder.DecodeJpegAsync(Small, CancellationToken.None), Is.Null, "header without picture");
            Assert.That(await decoder.DecodeJpegAsync(huge, CancellationToken.None), Is.Null, "4 gigapixels");
            Assert.That(
                await decoder.DecodeJpegAsync(new byte[PictureDecoder.MostBytes + 1], CancellationToken.None), Is.Null,
                "too long");
            Assert.That(await decoder.ReadJpegAsync("/no/such/file.jpg", CancellationToken.None), Is.Null);
        }
    }
}
