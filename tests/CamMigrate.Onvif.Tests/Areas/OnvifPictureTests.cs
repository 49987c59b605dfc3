using System.Collections.Immutable;
using System.Xml.Linq;
using CamMigrate.Core.Profiles;
using CamMigrate.Onvif.Areas;

namespace CamMigrate.Onvif.Tests.Areas;

public sealed class OnvifPictureTests
{
    private const string Tt = "xmlns='http://www.onvif.org/ver10/schema'";

    [Test]
    public void Imaging_SentinelsAndUnoffered_AreNotSentBack()
    {
        var options = XElement.Parse(
            $"<o {Tt}><Brightness><Min>0</Min><Max>255</Max></Brightness><BacklightCompensation><Mode>ON</Mode><Mode>OFF</Mode>"
            + "<Level><Min>0.00</Min><Max>0.00</Max></Level></BacklightCompensation><Exposure><Mode>AUTO</Mode><MaxExposureTime><Min>-60</Min><Max>2000000</Max></MaxExposureTime></Exposure></o>");
        var current = XElement.Parse(
            $"<s {Tt}><BacklightCompensation><Mode>OFF</Mode><Level>0</Level></BacklightCompensation><Brightness>127</Brightness>"
            + "<Exposure><Mode>AUTO</Mode><MaxExposureTime>-1</MaxExposureTime><MinGain>0</MinGain></Exposure><Sharpness>3</Sharpness></s>");

        var next = OnvifImaging.Edit(current, new ImagingSettings { Brightness = 100 }, options);
        var read = OnvifImaging.ParseCurrent(current, options);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(next.Elements()
                .Select(e => e.Name.LocalName),
                Is.EqualTo(new[] { "BacklightCompensation", "Brightness", "Exposure" }));
            Assert.That(next.Elements().Select(e => e.Value), Is.EqualTo(new[] { "OFF", "255", "AUTO" }));
            Assert.That(read.Exposure!.MaxExposureTime, Is.Null);
            Assert.That(read.Sharpness, Is.Null, "a value without a range has no percentage");
            Assert.That(OnvifImaging.ParseOptions(options).MaxExposureTime!.Value.Min, Is.Zero);
            Assert.That(OnvifImaging.ParseOptions(options).BacklightCompensation!.Level, Is.Null);
        }
    }

    [TestCase("X='16' Y='128' Z='128'", "#000000")]
    [TestCase("X='235' Y='128' Z='128' Colorspace='http://www.onvif.org/ver10/colorspace/YCbCr'", "#FFFFFF")]
    [TestCase("X='255' Y='0' Z='16' Colorspace='http://www.onvif.org/ver10/colorspace/RGB'", "#FF0010")]
    [TestCase("X='1' Y='1' Z='1' Colorspace='http://www.onvif.org/ver10/colorspace/CIELAB'", null)]
    [TestCase("X='nonsense'", null)]
    public void Color_Spaces_ReadAsRgb(string attributes, string? hex) =>
        Assert.That(OnvifColor.Parse(XElement.Parse($"<Color {attributes}/>")), Is.EqualTo(hex));

    [TestCase("#FF0000")]
    [TestCase("#123456")]
    [TestCase("#000000")]
    public void Color_WithoutOptions_ComesBackNearlyAsItWent(string hex)
    {
        var back = OnvifColor.Parse(OnvifColor.Format(hex, null, null))!;

        var differences = Enumerable.Range(0, 3)
            .Select(i => Math.Abs(Convert.ToInt32(hex.Substring(1 + (2 * i), 2), 16) - Convert.ToInt32(
            back.Substring(1 + (2 * i), 2), 16)));
        Assert.That(differences, Is.All.LessThanOrEqualTo(3));
    }

    [Test]
    public void Mask_WithoutPlace_IsKeptAndNotNothing()
    {
        var mask = OnvifMasks.ParseCurrent(
            XElement.Parse("<Masks token='1'><Enabled>true</Enabled><Polygon/></Masks>"));

        Assert.That((mask.Enabled, mask.Polygon.IsEmpty), Is.EqualTo(((bool?)true, true)));
    }

    [TestCase("0.1", "x")]
    [TestCase("0.1", "")]
    [TestCase("-60", "40")]
    [TestCase("0.1", "1e9")]
    public void Mask_WithACornerThatIsNone_HasNoPlace(string x, string y)
    {
        var mask = OnvifMasks.ParseCurrent(System.Xml.Linq.XElement.Parse(
            $"""
            <Masks token="m"><Polygon><Point x="-0.5" y="0.5"/><Point x="0.5" y="0.5"/><Point x="0.5" y="-0.5"/>
            <Point x="{x}" y="{y}"/></Polygon><Type>Color</Type><Enabled>true</Enabled></Masks>
            """));

        Assert.That(mask.Polygon, Is.Empty, "with a corner left out it would cover another place");
    }

    [Test]
    public void Masks_AtDifferentPlacesInTwoViews_DoNotCover()
    {
        var (a, b) = (Rectangle(0.1), Rectangle(0.12));

        Assert.That(OnvifMasks.Combine([[a], [b]]).Select(m => m.Enabled), Is.All.False);
        Assert.That(OnvifMasks.Combine([[a], [a]]).Single().Enabled, Is.True);
        Assert.That(OnvifMasks.Combine([[], [a]]).Single().Enabled, Is.False);
    }

    [TestCase("yyyy-MM-dd", "MM/dd/yyyy,yyyy-MM-dd", "yyyy-MM-dd")]
    [TestCase("dd/MM/yyyy", "MM/dd/yyyy,dd-MM-yyyy", "dd-MM-yyyy")]
    [TestCase("dd/MM/yyyy", "dddd, dd MMMM yyyy|dd.M.yy", "dd.M.yy")]
    [TestCase("HH:mm:ss", "hh:mm:ss tt,HH:mm:ss", "HH:mm:ss")]
    [TestCase("yyyy-MM-dd", "", "yyyy-MM-dd")]
    [TestCase(null, "MM/dd/yyyy", null)]
    public void OsdFormat_OfferedBySigns_IsChosenByFields(string? wanted, string offered, string? expected)
    {
        ImmutableArray<string> formats =
            [.. offered.Split(offered.Contains('|', StringComparison.Ordinal) ? '|'
            : ',', StringSplitOptions.RemoveEmptyEntries)];

        Assert.That(OnvifOsdFormat.Nearest(wanted, formats), Is.EqualTo(expected));
    }

    [Test]
    public void Osd_CornersOnly_TakesTheNearestAndReadsItBack()
    {
        var options = OnvifOsd.ParseOptions(
            XElement.Parse("<o><MaximumNumberOfOSDs Total='2'/><PositionOption>UpperLeft</PositionOption>"
            + "<PositionOption>LowerRight</PositionOption><TextOption><Type>Plain</Type></TextOption></o>"))!;
        var osd = new Osd { Kind = OsdKind.Text, Text = "GATE", Position = new Point(0.7, 0.9) };

        var next = OnvifOsd.Edit(null, osd, "A", options);

        Assert.That(next.Elements().Single(e => e.Name.LocalName == "Position").Value, Is.EqualTo("LowerRight"));
        Assert.That(OnvifOsd.ParseCurrent(next)!.Position, Is.EqualTo(options.Corners[1]));
    }

    [TestCase("<Extension><Rotate><Mode>ON</Mode></Rotate></Extension>", 180)]
    [TestCase("<Extension><Rotate><Mode>ON</Mode><Degree>90</Degree></Rotate></Extension>", 90)]
    [TestCase("<Extension><Rotate><Mode>AUTO</Mode></Rotate></Extension>", null)]
    [TestCase("", null)]
    public void Rotation_Modes_GiveDegrees(string content, int? degrees) =>
        Assert.That(OnvifVideoSource.ParseRotation(XElement.Parse($"<c>{content}</c>"), null), Is.EqualTo(degrees));

    private static Mask Rectangle(double left) => new()
    {
        Enabled = true,
        Polygon = [new(left, 0.1), new(left + 0.2, 0.1), new(left + 0.2, 0.4), new(left, 0.4)],
    };
}
