using CamMigrate.Core.Planning;
using CamMigrate.Core.Profiles;
using static CamMigrate.Core.Tests.Planning.PlanningSamples;

namespace CamMigrate.Core.Tests.Planning.Areas;

public sealed class TimeAreaTests
{
    private static readonly TimeSettings London = new() { Mode = SetDateTimeType.Ntp, PosixTimeZone = "GMT0BST,M3.5.0/1,M10.5.0", NtpServers = ["192.0.2.1"] };

    [Test]
    public void Plan_ZoneSpelledAnotherWay_IsSame()
    {
        var plan = Plan(London, London with { PosixTimeZone = "CST-0:00:00DST01:00:00,M3.5.0/01:00:00,M10.5.0/02:00:00" }, TimeSpan.Zero);

        Assert.That(plan.Changes.Where(c => c.IsWritten), Is.Empty);
    }

    [Test]
    public void Plan_ClockOffAndSetByHand_IsSetFromThisComputer()
    {
        var plan = Plan(London with { Mode = SetDateTimeType.Manual }, London with { Mode = SetDateTimeType.Manual }, TimeSpan.FromSeconds(-90));

        Assert.That(plan.Changes.Where(c => c.IsWritten).Select(c => c.Path), Is.EqualTo(new[] { "time.clock" }));
    }

    [Test]
    public void Plan_ClockOffAndTimeServer_IsOnlySaid()
    {
        var plan = Plan(London, London, TimeSpan.FromSeconds(-90));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(plan.Changes.Where(c => c.IsWritten), Is.Empty);
            Assert.That(plan.Findings.Single().Message, Does.Contain("-90 s"));
        }
    }

    [Test]
    public void Plan_OneServerOnly_TakesTheFirst()
    {
        var state = State(new VideoSource { Number = 1 }, new VideoSourceOptions { Number = 1 }) with
        {
            Options = new TargetOptions { Time = new TimeOptions { HasNtp = true, MaxNtpServers = 1 } },
        };

        var plan = Planner.Plan(new CameraProfile { Kind = ProfileKind.CameraProfile, Time = new TimeSettings { NtpServers = ["192.0.2.1", "192.0.2.2"] } }, state);

        Assert.That(plan.Changes.Single().Planned!.ToJsonString(), Is.EqualTo("""["192.0.2.1"]"""));
    }

    private static Plan Plan(TimeSettings want, TimeSettings have, TimeSpan offset)
    {
        var state = State(new VideoSource { Number = 1 }, new VideoSourceOptions { Number = 1 });
        return Planner.Plan(
            new CameraProfile { Kind = ProfileKind.CameraProfile, Time = want },
            state with { Current = state.Current with { Time = have }, ClockOffset = offset });
    }
}
