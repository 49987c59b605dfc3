using CamMigrate.Core.Applying;
using CamMigrate.Core.Planning;
using CamMigrate.Core.Profiles;
using CamMigrate.Core.Runs;
using CamMigrate.Testing;

namespace CamMigrate.Onvif.Tests.EndToEnd;

/// <summary>A setting that stands on one view of two: the person is told which one.</summary>
public sealed class ViewSeriesTests
{
    private const string TwoViews = """
        face: onvif
        onvif:
          sources: [{configurations: [A, B]}]
          encoders:
          - {token: High, name: high, configuration: A}
          - {token: Low, name: low, configuration: B, width: 640, height: 360, resolutions: [640x360]}
        """;

    private readonly string folder = Directory.CreateTempSubdirectory().FullName;

    [OneTimeTearDown]
    public void Delete() => Directory.Delete(folder, recursive: true);

    [Test]
    public async Task Mask_FirstViewIgnoresTheSet_FailsAndNamesTheView()
    {
        // View A has nearly this mask and is told by Set, which the camera ignores; on B it is created.
        var outcome = await ApplyAsync(
            TwoViews + """

              masks: [{configuration: A, points: [[-0.8, 0.6], [-0.5, 0.6], [-0.5, 0.1], [-0.8, 0.1]]}]
            faults: {acceptsAndIgnores: [SetMask]}
            """,
            new VideoSource
            {
                Number = 1,
                Masks =
                [
                    new Mask
                    {
                        Name = "window", Enabled = true, Type = MaskType.Color, Color = "#000000",
                        Polygon = [new(0.1, 0.2), new(0.3, 0.2), new(0.3, 0.45), new(0.1, 0.45)],
                    },
                ],
            });

        Assert.That((outcome.Path, outcome.Outcome), Is.EqualTo(("videoSources[1].masks[window]", Outcome.Failed)));
        Assert.That(outcome.Error, Does.Contain("A: the camera accepted the value and did not keep it")
            .And.Not.Contain("B: the camera"));
    }

    [Test]
    public async Task Osd_FirstViewIgnoresTheSet_FailsAndNamesTheView()
    {
        var outcome = await ApplyAsync(
            TwoViews + """

              osds: [{configuration: A, kind: Plain, text: Camera 01}]
            faults: {acceptsAndIgnores: [SetOSD]}
            """,
            new VideoSource
            {
                Number = 1,
                Osds = [new Osd { Kind = OsdKind.Text, Text = "NORTH GATE", Enabled = true, Position = new(0, 0) }],
            });

        Assert.That(outcome.Outcome, Is.EqualTo(Outcome.Failed));
        Assert.That(outcome.Error, Does.Contain("A: the camera accepted the value and did not keep it")
            .And.Not.Contain("B: the camera"));
    }

    private async Task<SettingOutcome> ApplyAsync(string yaml, VideoSource want)
    {
        await using var camera = await SimulatedCamera.StartAsync(yaml);
        await using var target = await Target.OpenAsync(camera);
        var state = await target.ReadAsync(CancellationToken.None);
        var wanted = new CameraProfile { Kind = ProfileKind.CameraProfile, VideoSources = [want] };
        var plan = Planner.Plan(wanted, state);
        var name = Path.Combine(folder, Path.GetRandomFileName());
        using var journal = Journal.Open(name + ".journal", TimeProvider.System);
        var applier = new Applier(target, journal, new KeptValues(name + ".kept"));

        var report = await applier.ApplyAsync(plan, state, (_, _) => { }, CancellationToken.None);

        Assert.That(report.Writes, Is.EqualTo(2));
        return report.Outcomes.Single();
    }
}
