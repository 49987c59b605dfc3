using System.Globalization;
using System.Text;
using CamMigrate.Adapters.Tests.Contract;
using CamMigrate.Core.Ports;
using CamMigrate.Core.Profiles.Yaml;
using CamMigrate.Testing;

namespace CamMigrate.Adapters.Tests.Dahua;

/// <summary>What a device says is hostile input: whatever it says, the profile written from it is valid.</summary>
[TestFixture]
internal sealed class DahuaHostileTests
{
    private static readonly string[] Tables =
    [
        "Encode", "VideoWidget", "VideoColor", "VideoInMode", "VideoInExposure", "VideoInDayNight", "MotionDetect",
        "VideoAnalyseRule", "NTP", "Locales", "Network", "Email", "Record", "ChannelTitle", "Alarm", "Lighting", "Ptz",
        "VideoInBacklight", "VideoInDenoise", "VideoInWhiteBalance", "VideoInSharpness", "VideoInOptions", "General",
    ];

    private string folder = "";

    [SetUp]
    public void Make() => folder = Directory.CreateTempSubdirectory("hostile").FullName;

    [TearDown]
    public void Remove() => Directory.Delete(folder, recursive: true);

    [TestCase("-1")]
    [TestCase("0")]
    [TestCase("99999999999")]
    [TestCase("1e308")]
    [TestCase("NaN")]
    [TestCase("no")]
    [TestCase("../../etc/passwd")]
    [TestCase("rtsp://user:hostile-marker@192.0.2.1/")]
    [TestCase("\u202e\u0085\u0001\u001b- {x: [")]
    public async Task Read_EveryValueReplaced_WritesAValidProfile(string value)
    {
        await CopyAsync(line => line[..(line.IndexOf('=', StringComparison.Ordinal) + 1)] + value);
        await ExpectValidAsync();
    }

    [TestCase("-1")]
    [TestCase("99999999999")]
    [TestCase("NaN")]
    public async Task Read_EveryNumberReplaced_WritesAValidProfile(string value)
    {
        await CopyAsync(line =>
        {
            var at = line.IndexOf('=', StringComparison.Ordinal) + 1;
            return double.TryParse(line[at..], CultureInfo.InvariantCulture, out _) ? line[..at] + value : line;
        });
        await ExpectValidAsync();
    }

    [Test]
    public async Task Read_EveryLineTwice_WritesAValidProfile()
    {
        await CopyAsync(line => line + "\r\n" + line);
        await ExpectValidAsync();
    }

    [Test]
    public async Task Read_EveryIndexHuge_WritesAValidProfile()
    {
        await CopyAsync(line => line.Replace("[0]", "[999999999]", StringComparison.Ordinal));
        await ExpectValidAsync();
    }

    [Test]
    public async Task Read_TextWithoutEnd_WritesAValidProfile()
    {
        var text = new string('x', 50_000);
        await CopyAsync(line => line[..(line.IndexOf('=', StringComparison.Ordinal) + 1)] + text, 40);
        Assert.That((await ExpectValidAsync()).Length, Is.LessThan(1_000_000));
    }

    [Test]
    public async Task Read_TenThousandChannels_ReadsSomeAndSaysSo()
    {
        await CopyAsync(line => line);
        var lines = Enumerable.Range(0, 10_000).Select(
            i => FormattableString.Invariant($"table.Encode[{i}].MainFormat[0].Video.Compression=H.264"));
        await WriteAsync("configManager.getConfig.Encode", string.Join("\r\n", lines));

        await using var camera = await SimulatedCamera.FromRecordingAsync(folder);
        var report = await DahuaReaders.ReadAsync(camera);

        Assert.That(report.Profile.VideoSources!.Value, Has.Length.EqualTo(256));
        Assert.That(report.Findings.Select(f => f.Message), Has.Some.Contains("10000 channels"));
        ReaderContract.Accounts(report);
    }

    [Test]
    public async Task Read_TableWithoutEnd_IsUnreadAndTheRestIsRead()
    {
        await CopyAsync(line => line);
        await WriteAsync("configManager.getConfig.MotionDetect", string.Concat(Enumerable.Range(0, 60_000).Select(
            i => FormattableString.Invariant($"table.MotionDetect[{i}].Enable=true\r\n"))));

        await using var camera = await SimulatedCamera.FromRecordingAsync(folder);
        var report = await DahuaReaders.ReadAsync(camera);

        Assert.That(report.Profile.Unread!.Value.Select(u => u.Path), Does.Contain("videoSources[1].motionDetection"));
        Assert.That(report.Profile.VideoSources!.Value.Single().VideoEncoders!.Value, Is.Not.Empty);
    }

    private async Task<string> ExpectValidAsync()
    {
        await using var camera = await SimulatedCamera.FromRecordingAsync(folder);
        var report = await DahuaReaders.ReadAsync(camera);
        var yaml = ProfileYaml.Write(report.Profile);
        var findings = new List<Finding>();

        Assert.That(() => ProfileYaml.Parse(yaml, "profile.yaml", findings), Throws.Nothing);
        Assert.That(yaml, Does.Not.Contain("hostile-marker"));
        Assert.That(report.Findings.Select(f => f.Message), Has.None.Contain("hostile-marker"));
        Assert.That(
            report.Leaves.Carried + report.Leaves.Ignored + report.Leaves.NotCarried,
            Is.EqualTo(report.Leaves.Received));
        return yaml;
    }

    /// <summary>Records a virtual camera, each line edited.</summary>
    private async Task CopyAsync(Func<string, string> edit, int most = int.MaxValue)
    {
        var yaml = await File.ReadAllTextAsync(Path.Combine(Fixtures.Root, "dahua", "SIM-SPLIT-2.622", "camera.yaml"));
        await using var camera = await SimulatedCamera.StartAsync(yaml);
        using var client = camera.CreateClient();
        foreach (var table in Tables)
        {
            using var response = await client.GetAsync(
                new Uri($"/cgi-bin/configManager.cgi?action=getConfig&name={table}", UriKind.Relative));
            if (!response.IsSuccessStatusCode) continue;
            var lines = (await response.Content.ReadAsStringAsync())
                .Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Take(most).Select(edit);
            await WriteAsync("configManager.getConfig." + table, string.Join("\r\n", lines));
        }

        await WriteAsync("magicBox.getSystemInfo", "serialNumber=1\r\n");
    }

    private Task WriteAsync(string name, string text) =>
        File.WriteAllTextAsync(Path.Combine(folder, name + ".txt"), text, new UTF8Encoding(false));
}
