using System.Collections.Immutable;
using CamMigrate.Core.Planning;
using CamMigrate.Core.Profiles;
using static CamMigrate.Core.Tests.Planning.PlanningSamples;

namespace CamMigrate.Core.Tests.Planning.Areas;

public sealed class MaskAreaTests
{
    private static readonly MaskOptions Free = new() { MaxMasks = 4, MaxPoints = 8, Types = [MaskType.Color] };

    private static readonly Mask Flat = Cover("flat window", 0.1, 0.2, 0.3, 0.45);

    [Test]
    public void Plan_NoMasksOffered_IsLostUntilAcceptedByName()
    {
        var plan = Plan([Flat], [], null);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(MaskGate.NotAccepted(plan, []).Select(c => c.Path), Is.EqualTo(new[] { "videoSources[1].masks[flat window]" }));
            Assert.That(MaskGate.NotAccepted(plan, ["flat window"]), Is.Empty);
            Assert.That(MaskGate.Lost(plan), Has.Length.EqualTo(1), "accepted is still lost");
        }
    }

    [Test]
    public void Plan_DisabledMaskNotOffered_BlocksNothing()
    {
        Assert.That(MaskGate.Lost(Plan([Flat with { Enabled = false }], [], null)), Is.Empty);
    }

    [Test]
    public void Plan_NoRoom_IsLost()
    {
        var plan = Plan([Flat, Cover(null, 0.5, 0.5, 0.6, 0.6)], [], Free with { MaxMasks = 1 });

        Assert.That(MaskGate.Lost(plan).Select(c => c.Path), Is.EqualTo(new[] { "videoSources[1].masks[2]" }));
    }

    [Test]
    public void Plan_MasksOfSomebodyElse_TakeRoomAndStay()
    {
        var plan = Plan([Flat], [Cover(null, 0.7, 0.7, 0.9, 0.9)], Free with { MaxMasks = 1 });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(MaskGate.Lost(plan), Has.Length.EqualTo(1));
            Assert.That(plan.Findings, Has.Length.EqualTo(1));
        }
    }

    [Test]
    public void Plan_TriangleOnRectanglesOnly_GrowsToContainIt()
    {
        ImmutableArray<Point> triangle = [new(0.1, 0.1), new(0.5, 0.2), new(0.2, 0.6)];

        var plan = Plan([Flat with { Polygon = triangle }], [], Free with { RectangleOnly = true });

        var planned = plan.Planned.VideoSources!.Value[0].Masks!.Value[0].Polygon;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(planned, Is.EqualTo(Rectangle(0.1, 0.1, 0.5, 0.6)));
            Assert.That(plan.Changes.Single().Disposition, Is.EqualTo(Disposition.Nearest));
        }
    }

    [Test]
    public void Plan_SameMaskFromAnotherCornerTheOtherWay_IsSame()
    {
        var turned = Flat with { Name = null, Polygon = [.. Flat.Polygon.Reverse().Skip(1), Flat.Polygon[^1]] };

        Assert.That(Plan([Flat], [turned], Free).Changes.Single().Disposition, Is.EqualTo(Disposition.Same));
    }

    [TestCase(0.31, 0.45, true, ExpectedResult = Disposition.Set)]
    [TestCase(0.30, 0.45, false, ExpectedResult = Disposition.Set)]
    [TestCase(0.30, 0.45, true, ExpectedResult = Disposition.Same)]
    public Disposition Plan_MaskNearby_IsChangedNotDuplicated(double right, double bottom, bool enabled)
    {
        var plan = Plan([Flat], [Cover(null, 0.1, 0.2, right, bottom) with { Enabled = enabled }], Free with { MaxMasks = 1 });

        return plan.Changes.Single().Disposition;
    }

    [Test]
    public void Plan_TargetMasksUnread_NeedsDecision()
    {
        var state = State(new VideoSource { Number = 1 }, new VideoSourceOptions { Number = 1, Masks = Free }) with
        {
            Unread = new Dictionary<string, string> { ["videoSources[1].masks"] = "HTTP 500" },
        };

        var plan = Planner.Plan(Profile(new VideoSource { Number = 1, Masks = [Flat] }), state);

        Assert.That(MaskGate.Lost(plan).Single().Disposition, Is.EqualTo(Disposition.NeedsDecision));
    }

    [TestCase(90, false)]
    [TestCase(0, true)]
    public void Plan_PictureCannotBeTurnedLikeTheOldOne_MaskNeedsDecision(int rotation, bool mirror)
    {
        var plan = PlanSource(
            new VideoSource { Number = 1, Rotation = rotation, Mirror = mirror, Masks = [Flat] }, new VideoSource { Number = 1 },
            new VideoSourceOptions { Number = 1, Masks = Free });

        Assert.That(MaskGate.Lost(plan).Single().Disposition, Is.EqualTo(Disposition.NeedsDecision));
    }

    [Test]
    public void Plan_OldMasksUnread_BlocksUntilAcceptedByPath()
    {
        var profile = Profile(new VideoSource { Number = 1 }) with
        {
            Unread = [new UnreadItem { Path = "videoSources[1].masks", Reason = "HTTP 500" }],
        };
        var plan = Planner.Plan(profile, State(new VideoSource { Number = 1 }, new VideoSourceOptions { Number = 1, Masks = Free }));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(MaskGate.NotAccepted(plan, []), Has.Length.EqualTo(1));
            Assert.That(MaskGate.NotAccepted(plan, ["videoSources[1].masks"]), Is.Empty);
        }
    }

    [Test]
    public void Plan_MasksNotChosen_AreLostUnlessTheyAreThere()
    {
        var options = new VideoSourceOptions { Number = 1, Masks = Free };
        var want = Profile(new VideoSource { Number = 1, Masks = [Flat] });

        var missing = Planner.Plan(want, State(new VideoSource { Number = 1 }, options), null, area => area != "masks");
        var there = Planner.Plan(want, State(new VideoSource { Number = 1, Masks = [Flat] }, options), null, area => area != "masks");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(MaskGate.Lost(missing), Has.Length.EqualTo(1));
            Assert.That(missing.Planned.VideoSources!.Value[0].Masks!.Value, Is.Empty);
            Assert.That(MaskGate.Lost(there), Is.Empty);
            Assert.That(there.Planned.VideoSources!.Value[0].Masks!.Value, Has.Length.EqualTo(1), "they are looked for in the picture");
        }
    }

    [Test]
    public void Plan_RotationNotChosen_MaskStillNeedsThePictureTurnedAlike()
    {
        var plan = Planner.Plan(
            Profile(new VideoSource { Number = 1, Rotation = 180, Masks = [Flat] }),
            State(new VideoSource { Number = 1, Rotation = 0 }, new VideoSourceOptions { Number = 1, Rotations = [0, 180], Masks = Free }),
            null, area => area != "rotation");

        Assert.That(MaskGate.Lost(plan), Has.Length.EqualTo(1));
    }

    [Test]
    public void NotAccepted_NameOfTwoMasks_AcceptsNeither()
    {
        var plan = Planner.Plan(
            new CameraProfile { Kind = ProfileKind.CameraProfile, VideoSources = [new VideoSource { Number = 1, Masks = [Flat] }, new VideoSource { Number = 2, Masks = [Flat] }] },
            State(new VideoSource { Number = 1 }, new VideoSourceOptions { Number = 1 }));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(MaskGate.NotAccepted(plan, ["flat window"]), Has.Length.EqualTo(2));
            Assert.That(MaskGate.NotAccepted(plan, ["videoSources[1].masks[flat window]", "videoSources[2].masks[flat window]"]), Is.Empty);
        }
    }

    [Test]
    public void Plan_VideoSourceMissing_MaskIsLost()
    {
        var plan = PlanSource(
            new VideoSource { Number = 2, Masks = [Flat] }, new VideoSource { Number = 1 }, new VideoSourceOptions { Number = 1, Masks = Free });

        Assert.That(MaskGate.Lost(plan), Has.Length.EqualTo(1));
    }

    private static Plan Plan(ImmutableArray<Mask> want, ImmutableArray<Mask> have, MaskOptions? options) => PlanSource(
        new VideoSource { Number = 1, Masks = want }, new VideoSource { Number = 1, Masks = have },
        new VideoSourceOptions { Number = 1, Masks = options });
}
