using System.Xml.Linq;
using CamMigrate.Onvif.Areas;
using CamMigrate.Onvif.Soap;

namespace CamMigrate.Onvif.Tests.Areas;

public sealed class OnvifCellsTests
{
    // Packed by hand: a run of 41 bytes 0xFF, then 0xC0; a run of 49, then 0xF0; a run of 50 zeros.
    [TestCase("2P8AwA==", 330, 330, false)]
    [TestCase("0P8A8A==", 396, 396, false)]
    [TestCase("zwA=", 396, 0, false)]
    [TestCase("zwA", 396, 0, true, Description = "padding left out")]
    [TestCase("+/8AgA==", 396, 49, true, Description = "the end cut off")]
    [TestCase("AYBA", 16, 2, false, Description = "two literal bytes")]
    [TestCase("gAGAQA==", 16, 2, false, Description = "128 is skipped")]
    public void Decode_PackedCells_AreCounted(string text, int cells, int watched, bool isOdd)
    {
        var read = OnvifCells.Decode(text, cells)!.Value;

        Assert.That((read.Cells.Length, read.Cells.Count(c => c), read.IsOdd), Is.EqualTo((cells, watched, isOdd)));
    }

    [TestCase(null)]
    [TestCase("")]
    [TestCase("%%%")]
    [TestCase("/w==", Description = "a run of nothing")]
    public void Decode_NoCells_IsNull(string? text) => Assert.That(OnvifCells.Decode(text, 16), Is.Null);

    [TestCase(-1, -1, 1, 1, "#.,..", true)]
    [TestCase(-1, 1, 1, -1, "#.,..", true, Description = "y counts up")]
    [TestCase(0, -1, 0.5, 1, "..#.,....", false, Description = "the right half")]
    [TestCase(-1, 0, 1, -0.5, "..,..,#.,..", false, Description = "the lower half")]
    [TestCase(-1, -1, 0, 0, "#.,..", true, Description = "no scale: as it stands")]
    public void Rows_OfALayout_CoverTheWholePicture(
        double x, double y, double scaleX, double scaleY, string expected, bool isWhole)
    {
        var layout = XElement.Parse(FormattableString.Invariant(
            $"<CellLayout Columns='2' Rows='2'><Transformation><Translate x='{x}' y='{y}'/><Scale x='{scaleX}' y='{scaleY}'/></Transformation></CellLayout>"));

        var rows = OnvifCells.Rows([true, false, false, false], layout.Node()!, out var whole)!.Value;

        Assert.That((string.Join(',', rows), whole), Is.EqualTo((expected, isWhole)));
    }
}
