using System.Xml.Linq;
using CamMigrate.Core.Planning;
using CamMigrate.Core.Profiles;
using CamMigrate.Onvif.Areas;

namespace CamMigrate.Onvif.Tests.Areas;

public sealed class OnvifVideoEncoderTests
{
    private const string Tt = "xmlns='http://www.onvif.org/ver10/schema'";

    private static readonly VideoEncoderOptions Options = OnvifEncoderOptions.Parse(XElement.Parse(
        """
        <r><Options GovLengthRange="1 400" FrameRatesSupported="25 12.5 3000" ProfilesSupported="Main High" ConstantBitRateSupported="true">
        <Encoding>H264</Encoding><QualityRange><Min>1</Min><Max>6</Max></QualityRange>
        <ResolutionsAvailable><Width>1920</Width><Height>1080</Height></ResolutionsAvailable>
        <BitrateRange><Min>0</Min><Max>2147483647</Max></BitrateRange></Options>
        <Options ProfilesSupported="Main Main10"><Encoding>H265</Encoding><QualityRange><Min>0</Min><Max>5</Max></QualityRange></Options>
        <Options><Encoding>H266</Encoding></Options></r>
        """), "main");

    [Test]
    public void Options_Media2_KeepsWhatMakesSense()
    {
        var h264 = Options.Codecs[0];

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Options.Codecs.Select(c => c.Encoding),
                Is.EqualTo(new[] { VideoEncoding.H264, VideoEncoding.H265 }));
            Assert.That(h264.FrameRates, Is.EqualTo(new[] { 12.5, 25 }));
            Assert.That(h264.Bitrate, Is.Null, "no limit is no range");
            Assert.That((h264.GovLength, h264.Quality, h264.ConstantBitRateSupported),
                Is.EqualTo((new DeviceRange(1, 400), new DeviceRange(1, 6), (bool?)true)));
            Assert.That(Options.Codecs[1].ConstantBitRateSupported, Is.Null);
        }
    }

    [Test]
    public void Options_Media1_TakesBitrateFromTheExtension()
    {
        var options = OnvifEncoderOptions.Parse(XElement.Parse(
            """
            <r><Options><QualityRange><Min>0</Min><Max>5</Max></QualityRange><H264><ResolutionsAvailable><Width>704</Width><Height>576</Height></ResolutionsAvailable>
            <GovLengthRange><Min>1</Min><Max>100</Max></GovLengthRange><FrameRateRange><Min>0</Min><Max>25</Max></FrameRateRange>
            <H264ProfilesSupported>Baseline</H264ProfilesSupported></H264>
            <Extension><H264><BitrateRange><Min>32</Min><Max>2048</Max></BitrateRange></H264></Extension></Options></r>
            """), "sub").Codecs.Single();

        Assert.That((options.Bitrate, options.FrameRateRange, options.Profiles.Single()),
            Is.EqualTo((new DeviceRange(32, 2048), new DeviceRange(1, 25), "Baseline")));
    }

    [TestCase("0", "0")]
    [TestCase("2147483647", "5000")]
    public void Current_Sentinels_AreNoValues(string bitrate, string rate)
    {
        var element = XElement.Parse(
            $"<c><Encoding>H265</Encoding><RateControl><FrameRateLimit>{rate}</FrameRateLimit><BitrateLimit>{bitrate}</BitrateLimit></RateControl></c>");

        var encoder = OnvifVideoEncoder.ParseCurrent(element, "main", Options);

        Assert.That((encoder.Encoding, encoder.FrameRateLimit, encoder.RateControl!.BitrateLimit),
            Is.EqualTo((VideoEncoding.H265, (double?)null, (int?)null)));
    }

    [Test]
    public void Current_EncodingInterval_DividesTheRate()
    {
        var element = XElement.Parse(
            "<c><Encoding>H264</Encoding><RateControl><FrameRateLimit>25</FrameRateLimit><EncodingInterval>2</EncodingInterval></RateControl></c>");

        Assert.That(OnvifVideoEncoder.ParseCurrent(element, "main", Options).FrameRateLimit, Is.EqualTo(12.5));
    }

    [Test]
    public void Edit_OneValue_LeavesTheMakersOwnUntouched()
    {
        var current = XElement.Parse(
            $"<c {Tt} token='a b' GovLength='50' Profile='High' x='1'><Name>n</Name><UseCount>2</UseCount><Encoding>H264</Encoding>"
            + "<Resolution><Width>1920</Width><Height>1080</Height></Resolution><RateControl ConstantBitRate='false'><FrameRateLimit>25</FrameRateLimit>"
            + "<BitrateLimit>4000</BitrateLimit><Vendor/></RateControl><Quality>3</Quality><Own>7</Own></c>");

        var next = OnvifVideoEncoder.Edit(
            current, new VideoEncoder { Stream = "main", RateControl = new RateControl { BitrateLimit = 3000 } },
            Options);

        current.Descendants().Single(e => e.Name.LocalName == "BitrateLimit").Value = "3000";
        Assert.That(next.ToString(), Is.EqualTo(current.ToString()));
    }

    [Test]
    public void Edit_Media2ToJpeg_DropsWhatJpegHasNot()
    {
        var current = XElement.Parse($"<c {Tt} token='a' GovLength='50' Profile='High'><Encoding>H264</Encoding></c>");

        var next = OnvifVideoEncoder.Edit(
            current, new VideoEncoder { Stream = "main", Encoding = VideoEncoding.Jpeg }, Options);

        Assert.That(next.Attributes()
            .Select(a => a.Name.LocalName), Does.Not.Contain("GovLength").And.Not.Contain("Profile"));
    }

    [Test]
    public void Edit_Media1FromJpeg_AddsTheCodecPartInOrder()
    {
        var current = XElement.Parse(
            $"<c {Tt} token='a'><Name>n</Name><UseCount>1</UseCount><Encoding>JPEG</Encoding><Resolution/><Quality>3</Quality><RateControl/>"
            + "<Multicast/><SessionTimeout>PT60S</SessionTimeout></c>");

        var next = OnvifVideoEncoder.Edit(
            current, new VideoEncoder { Stream = "main", Encoding = VideoEncoding.H264, GovLength = 30 }, Options);

        Assert.That(next.Elements().Select(e => e.Name.LocalName),
            Is.EqualTo(new[] { "Name", "UseCount", "Encoding", "Resolution", "Quality", "RateControl", "H264",
                "Multicast", "SessionTimeout" }));
        Assert.That(next.Elements().Single(e => e.Name.LocalName == "H264").Elements()
            .Select(e => e.Value), Is.EqualTo(new[] { "30", "Main" }));
    }
}
