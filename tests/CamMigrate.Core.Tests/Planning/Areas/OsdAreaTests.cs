using System.Collections.Immutable;
using CamMigrate.Core.Planning;
using CamMigrate.Core.Profiles;
using static CamMigrate.Core.Tests.Planning.PlanningSamples;

namespace CamMigrate.Core.Tests.Planning.Areas;

public sealed class OsdAreaTests
{
    private static readonly OsdOptions Free = new()
    {
        MaxTotal = 4,
        Kinds = [OsdKind.Text, OsdKind.DateAndTime],
        HasCustomPosition = true,
        Corners = [new(0, 0), new(0.9, 0), new(0, 0.9), new(0.9, 0.9)],
        DateFormats = ["MM/dd/yyyy", "yyyy/MM/dd"],
        TimeFormats = ["HH:mm:ss"],
    };

    private static readonly Osd Name = new() { Kind = OsdKind.Text, Text = "NORTH GATE", Position = new Point(0.7, 0.9), Enabled = true };

    private static readonly Osd Clock = new()
    {
        Kind = OsdKind.DateAndTime,
        DateFormat = "yyyy-MM-dd",
        TimeFormat = "HH:mm:ss",
        Position = new Point(0, 0.05),
        Enabled = true,
    };

    [Test]
    public void Plan_DateFormatNotOffered_TakesSameFieldsInSameOrder()
    {
        var plan = Plan([Clock], [], Free);

        var planned = plan.Planned.VideoSources!.Value[0].Osds!.Value[0];
        using (Assert.EnterMultipleScope())
        {
            Assert.That(planned.DateFormat, Is.EqualTo("yyyy/MM/dd"));
            Assert.That(plan.Changes.Single().Disposition, Is.EqualTo(Disposition.Nearest));
        }
    }

    [Test]
    public void Plan_CornersOnly_TakesNearestCorner()
    {
        var plan = Plan([Name], [], Free with { HasCustomPosition = false });

        Assert.That(plan.Planned.VideoSources!.Value[0].Osds!.Value[0].Position, Is.EqualTo(new Point(0.9, 0.9)));
    }

    [Test]
    public void Plan_FactoryText_IsReplacedNotAddedTo()
    {
        var plan = Plan([Name], [new Osd { Kind = OsdKind.Text, Text = "Camera 01" }], Free with { MaxTotal = 1 });

        Assert.That(plan.Changes.Single().Disposition, Is.EqualTo(Disposition.Set));
    }

    [Test]
    public void Plan_TextOfSomebodyElse_StaysAndIsReported()
    {
        var plan = Plan([Name], [new Osd { Kind = OsdKind.Text, Text = "LOADING DOCK" }], Free with { MaxTotal = 1 });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(plan.Changes.Single().Disposition, Is.EqualTo(Disposition.NotSupported));
            Assert.That(plan.Findings, Has.Length.EqualTo(1));
        }
    }

    [Test]
    public void Plan_OffAndNotShown_IsSame() =>
        Assert.That(Plan([Name with { Enabled = false }], [], Free).Changes.Single().Disposition, Is.EqualTo(Disposition.Same));

    [Test]
    public void Plan_OffButShown_IsSaid() => Assert.That(
        Plan([Clock with { Enabled = false }], [Clock], Free).Changes.Single().Disposition, Is.EqualTo(Disposition.NotSupported));

    private static Plan Plan(ImmutableArray<Osd> want, ImmutableArray<Osd> have, OsdOptions options) => PlanSource(
        new VideoSource { Number = 1, Osds = want }, new VideoSource { Number = 1, Osds = have },
        new VideoSourceOptions { Number = 1, Osds = options });
}
