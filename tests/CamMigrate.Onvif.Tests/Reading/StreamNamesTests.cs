using System.Xml.Linq;
using CamMigrate.Onvif.Areas;
using CamMigrate.Onvif.Reading;

namespace CamMigrate.Onvif.Tests.Reading;

public sealed class StreamNamesTests
{
    [Test]
    public void Assign_PresentSizesTurnedRound_NamesByWhatEncodersCan()
    {
        // The small encoder is set larger than the big one: names must not follow settings that are about to change.
        OnvifEncoder[] encoders =
            [Encoder("small", 704, "704x576"), Encoder("big", 640, "3840x2160"), Encoder("other", 352, "704x576")];

        Assert.That(StreamNames.Assign(encoders).Select(e => (e.Stream, e.Token)),
            Is.EqualTo(new[] { ("main", "big"), ("sub", "small"), ("third", "other") }));
    }

    [Test]
    public void Assign_LargestDoesJpegOnly_IsNotMain()
    {
        OnvifEncoder[] encoders = [Encoder("stills", 3840, "3840x2160", "JPEG"), Encoder("video", 1920, "1920x1080")];

        Assert.That(StreamNames.Assign(encoders).Select(e => e.Token), Is.EqualTo(new[] { "video", "stills" }));
    }

    private static OnvifEncoder Encoder(string token, int width, string largest, string encoding = "H264")
    {
        var size = largest.Split('x');
        var options = XElement.Parse(
            $"<r><Options><Encoding>{encoding}</Encoding><ResolutionsAvailable><Width>{size[0]}</Width>"
            + $"<Height>{size[1]}</Height></ResolutionsAvailable></Options></r>");
        return new OnvifEncoder
        {
            Stream = "",
            Token = token,
            Element = XElement.Parse(
                FormattableString.Invariant(
                $"<c token='{token}'><Encoding>{encoding}</Encoding><Resolution><Width>{width}</Width><Height>{width}</Height></Resolution></c>")),
            Options = OnvifEncoderOptions.Parse(options, ""),
            ProfileToken = "P",
            Profiles = 1,
        };
    }
}
