using System.Collections.Immutable;
using CamMigrate.Core.Planning;
using CamMigrate.Core.Profiles;
using FsCheck;
using FsCheck.Fluent;
using static CamMigrate.Core.Tests.Planning.PlanningSamples;

namespace CamMigrate.Core.Tests.Planning;

public sealed class GeometryTests
{
    [Test]
    public void Overlap_HalfCovered_IsOneThird() =>
        Assert.That(Geometry.Overlap(Rectangle(0, 0, 0.4, 0.4), Rectangle(0.2, 0, 0.6, 0.4)), Is.EqualTo(1 / 3.0).Within(0.02));

    [Test]
    public void Overlap_Apart_IsNone() => Assert.That(Geometry.Overlap(Rectangle(0, 0, 0.1, 0.1), Rectangle(0.5, 0.5, 0.6, 0.6)), Is.Zero);

    [Test]
    public void BoundingBox_OfAnyPolygon_ContainsItsCorners() => Prop.ForAll(Polygons(), polygon =>
    {
        var box = Geometry.BoundingBox([.. polygon]);
        return polygon.All(p => p.X >= box[0].X && p.X <= box[2].X && p.Y >= box[0].Y && p.Y <= box[2].Y);
    }).QuickCheckThrowOnFailure();

    [Test]
    public void SameCorners_TurnedAndReversed_IsSame() => Prop.ForAll(Polygons(), Gen.Choose(0, 7).ToArbitrary(), (polygon, turn) =>
    {
        var turned = polygon.Skip(turn % polygon.Length).Concat(polygon.Take(turn % polygon.Length)).ToImmutableArray();
        return Geometry.SameCorners([.. polygon], turned, 1e-9) && Geometry.SameCorners([.. polygon], [.. turned.Reverse()], 1e-9);
    }).QuickCheckThrowOnFailure();

    [Test]
    public void SameCorners_OneMoved_Differs() =>
        Assert.That(Geometry.SameCorners(Rectangle(0, 0, 0.5, 0.5), Rectangle(0, 0, 0.5, 0.502), 0.001), Is.False);

    private static Arbitrary<Point[]> Polygons() =>
        (from count in Gen.Choose(3, 8)
         from points in (from x in Gen.Choose(0, 1000) from y in Gen.Choose(0, 1000) select new Point(x / 1000.0, y / 1000.0)).ArrayOf(count)
         select points).ToArbitrary();
}
