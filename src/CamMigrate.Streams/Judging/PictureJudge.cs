using System.Collections.Immutable;
using CamMigrate.Core.Profiles;
using CamMigrate.Core.Verification;

namespace CamMigrate.Streams.Judging;

/// <summary>
/// All checks on pictures: that one is there, that the masks cover, that the view is the old camera's.
/// </summary>
internal static class PictureJudge
{
    /// <summary>Makes the checks and adds them to a report.</summary>
    /// <param name="report">The report so far.</param>
    /// <param name="expected">The plan.</param>
    /// <param name="pictures">The pictures.</param>
    public static StreamReport Judge(StreamReport report, ExpectedStream expected, StreamPictures pictures)
    {
        if (pictures.Now is not { } now)
        {
            var check = new Check("picture", CheckResult.Fail)
            {
                Code = "decodeFailed",
                Message =
                    "no picture could be decoded: no whole keyframe came. "
                        + "Set a shorter keyframe interval and verify again.",
            };
            return WithoutPicture(report with { Checks = report.Checks.Add(check) }, expected, "decodeFailed");
        }

        var ignored = expected.Osds.Select(Places.Of).Concat(expected.Masks.Select(m => m.Polygon)).ToImmutableArray();
        var before = pictures.Before is { } b && ViewJudge.Compare(b, now, ignored).State == "same" ? b : null;
        var view = View(pictures.Old, before, now, ignored);
        var findings = Masks(expected)
            .Select(m => MaskJudge.Judge(m.Mask, m.Name, now, before, expected.Osds))
            .Select(f => view?.State == "same" ? f : f.WithoutView())
            .ToImmutableArray();
        var checks = report.Checks.Add(PictureCheck.Judge(now, expected)).AddRange(findings.Select(f => f.Check));
        return report with
        {
            Checks = ViewCheck(expected, view) is { } viewCheck ? checks.Add(viewCheck) : checks,
            Masks = [.. findings.Select(f => f.Evidence)],
            FieldOfView = view,
        };
    }

    /// <summary>Adds that no mask was seen to cover, because there was nothing to look at.</summary>
    /// <param name="report">The report so far.</param>
    /// <param name="expected">The plan.</param>
    /// <param name="code">Why there was nothing.</param>
    public static StreamReport WithoutPicture(StreamReport report, ExpectedStream expected, string code)
    {
        var findings = Masks(expected)
            .Select(m => MaskFinding.Unsure(m.Mask, m.Name, code, "there is no picture to see it in."))
            .ToImmutableArray();
        return report with
        {
            Checks = report.Checks.AddRange(findings.Select(f => f.Check)),
            Masks = [.. findings.Select(f => f.Evidence)],
        };
    }

    private static IEnumerable<(Mask Mask, string Name)> Masks(ExpectedStream expected) => expected.Masks
        .Select((mask, i) => (mask, mask.Name ?? FormattableString.Invariant($"{i + 1}")))
        .Where(m => m.mask.Enabled != false);

    // The picture from before stands in for the one now when both show the same view and only it resembles the old
    // camera's.
    private static FieldOfView? View(
        Picture? old, Picture? before, Picture now, ImmutableArray<ImmutableArray<Point>> ignored)
    {
        if (old is null) return null;
        var direct = ViewJudge.Compare(old, now, ignored);
        if (direct.State == "same" || before is null) return direct;
        var indirect = ViewJudge.Compare(old, before, ignored);
        return indirect.State == "same" ? indirect : direct;
    }

    private static Check? ViewCheck(ExpectedStream expected, FieldOfView? view)
    {
        const string Expected = "the old camera's view";
        var hasMasks = Masks(expected).Any();
        if (view is null)
        {
            if (expected.OldPicture is null && !hasMasks) return null;
            return new Check("view", hasMasks ? CheckResult.NotChecked : CheckResult.Warn)
            {
                Code = "noOldPicture",
                Expected = Expected,
                Message = expected.OldPicture is null
                    ? "there is no picture of the old camera to compare with. Compare by eye what the masks cover."
                    : "the picture of the old camera cannot be read as a JPEG. Compare the views by eye.",
            };
        }

        var check = new Check("view", CheckResult.Pass)
        {
            Expected = Expected,
            Measured = FormattableString.Invariant($"{view.State}, correlation {view.Confidence:F2}"),
        };
        return view.State == "same" ? check : check with
        {
            Result = CheckResult.Warn,
            Code = view.State == "other" ? "viewOther" : "viewUnsure",
            Message =
                "the picture does not clearly show what the old camera showed: another lens, another direction or "
                    + "another light. Compare the two pictures by eye and align the camera.",
        };
    }
}
