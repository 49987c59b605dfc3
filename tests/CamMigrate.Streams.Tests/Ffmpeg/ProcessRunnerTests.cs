using System.Collections.Immutable;
using System.Diagnostics;
using System.Text;
using CamMigrate.Streams.Ffmpeg;

namespace CamMigrate.Streams.Tests.Ffmpeg;

[Category("Ffmpeg")]
[Parallelizable(ParallelScope.All)]
public sealed class ProcessRunnerTests
{
    [Test]
    public async Task Run_Cancelled_LeavesNoProcess()
    {
        var mark = "mark-" + Guid.NewGuid().ToString("N");
        using var cancel = new CancellationTokenSource();
        var run = new ProcessRunner(TimeProvider.System).RunAsync(Endless(mark), cancel.Token);
        await WaitAsync(() => Running(mark));

        await cancel.CancelAsync();

        Assert.That(async () => await run, Throws.InstanceOf<OperationCanceledException>());
        Assert.That(Running(mark), Is.False);
    }

    [Test]
    public async Task Run_TimeLimit_KillsAndKeepsWhatWasWritten()
    {
        var mark = "mark-" + Guid.NewGuid().ToString("N");
        var watch = Stopwatch.StartNew();

        var result = await new ProcessRunner(TimeProvider.System).RunAsync(
            Endless(mark) with { TimeLimit = TimeSpan.FromSeconds(1.5), OutputLimit = int.MaxValue },
            CancellationToken.None);

        using (Assert.EnterMultipleScope())
        {
            Assert.That((result.TimedOut, result.ExitCode), Is.EqualTo((true, (int?)null)));
            Assert.That(result.Output, Is.Not.Empty);
            Assert.That(watch.Elapsed, Is.LessThan(TimeSpan.FromSeconds(6)));
            Assert.That(Running(mark), Is.False);
        }
    }

    [Test]
    public async Task Run_OutputLimit_KillsAndKeepsTheLimit()
    {
        var result = await new ProcessRunner(TimeProvider.System)
            .RunAsync(Endless("x") with { OutputLimit = 5000 }, CancellationToken.None);

        Assert.That((result.TooLong, result.Output.Length, result.ExitCode), Is.EqualTo((true, 5000, (int?)null)));
    }

    [Test]
    public async Task Run_InputNobodyReads_EndsWithTheProgram()
    {
        var result = await new ProcessRunner(TimeProvider.System).RunAsync(
            Request("-version") with { Input = new byte[8 << 20] }, CancellationToken.None);

        Assert.That(
            (result.ExitCode, Encoding.ASCII.GetString(result.Output)),
            Is.EqualTo((0, Encoding.ASCII.GetString(result.Output))));
    }

    [Test]
    public async Task Run_ArgumentsWithQuotes_ReachTheProgramAsTheyAre()
    {
        var result = await new ProcessRunner(TimeProvider.System).RunAsync(
            Request("-hide_banner", "-f", "lavfi", "-i", "$(touch x) 'a\" b"), CancellationToken.None);

        Assert.That(result.Errors, Does.Contain("$(touch x) 'a\" b"));
    }

    [Test]
    public async Task Run_ProgramThatIsNone_IsAResult()
    {
        var file = Path.Combine(TestContext.CurrentContext.WorkDirectory, "nothing-here");

        var result = await new ProcessRunner(TimeProvider.System)
            .RunAsync(Request() with { Program = file }, CancellationToken.None);

        Assert.That((result.ExitCode, result.Errors), Is.EqualTo((-1, result.Errors)));
        Assert.That(result.Errors, Does.Contain("nothing-here does not start"));
    }

    [Test]
    public async Task ReadVersion_Installed_IsItsOwnWord()
    {
        Assert.That(await Tools.ReadVersionAsync(CancellationToken.None), Does.Match("^[nN]?[-0-9]"));
    }

    private static FfmpegTools Tools
    {
        get
        {
            if (FfmpegTools.Find() is { } tools) return tools;
            Assert.Ignore("ffmpeg is not installed");
            throw new UnreachableException();
        }
    }

    private static ProcessRequest Request(params ImmutableArray<string> arguments) => new()
    {
        Program = Tools.Ffmpeg,
        Arguments = arguments,
        TimeLimit = TimeSpan.FromSeconds(30),
    };

    private static ProcessRequest Endless(string mark) => Request(
        "-loglevel", "error", "-nostdin", "-re", "-f", "lavfi", "-i", "testsrc", "-metadata", "title=" + mark,
        "-c:v", "rawvideo", "-f", "nut", "pipe:1");

    private static async Task WaitAsync(Func<bool> condition)
    {
        for (var i = 0; i < 500 && !condition(); i++) await Task.Delay(20, CancellationToken.None);
    }

    // Without /proc the test sees no process at all and only proves that the run ended.
    private static bool Running(string mark) => OperatingSystem.IsLinux()
        ? Directory.EnumerateDirectories("/proc").Any(d => CommandLine(d).Contains(mark, StringComparison.Ordinal))
        : false;

    private static string CommandLine(string folder)
    {
        try
        {
            return char.IsAsciiDigit(Path.GetFileName(folder)[0])
                ? File.ReadAllText(Path.Combine(folder, "cmdline"))
                : "";
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }
}
