using System.Text;
using CamMigrate.Streams.Judging;
using CamMigrate.Streams.Probing;

namespace CamMigrate.Streams.Tests.Probing;

public sealed class RecordingReaderTests
{
    [Test]
    public void Parse_Answer_HasStreamAndPackets()
    {
        var recording = RecordingReader.Parse("""
            {"packets":[{"pts_time":"0.040000","size":"1200","flags":"K_"},{"size":"7","flags":"__"},{"pts_time":"0.080000","size":"90","flags":"__"}],
             "streams":[{"codec_name":"hevc","profile":"Main","width":1280,"height":720}]}
            """u8.ToArray());

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                (recording?.Codec, recording?.Profile, recording?.Width, recording?.Height),
                Is.EqualTo(("hevc", "Main", 1280, 720)));
            Assert.That(
                recording?.Packets, Is.EqualTo(new[] { new Packet(0.04, 1200, true), new Packet(0.08, 90, false) }));
        }
    }

    [TestCase("")]
    [TestCase("{\"packets\":[{\"pts")]
    [TestCase("{\"streams\":[]}")]
    [TestCase("{}")]
    public void Parse_NoVideo_IsNull(string json) =>
        Assert.That(RecordingReader.Parse(Encoding.UTF8.GetBytes(json)), Is.Null);
}
