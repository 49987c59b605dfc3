using System.Net;
using CamMigrate.Simulator.Tests.Dahua;
using CamMigrate.Testing;

namespace CamMigrate.Simulator.Tests.Recorded;

[TestFixture]
internal sealed class RecordedDahuaFaceTests
{
    private string folder = "";

    [SetUp]
    public void CreateFolder() => folder = Directory.CreateTempSubdirectory("recording").FullName;

    [TearDown]
    public void DeleteFolder() => Directory.Delete(folder, recursive: true);

    [Test]
    public async Task Recording_OwnFolder_ServesTablesPartsAndRefusals()
    {
        Write("magicBox.getSystemInfo.txt", "deviceType=31\r\n");
        Write("configManager.getConfig.Record.channel0.reconstructed.txt", "table.Record[0].PreRecord=4\r\n");
        Write("configManager.getConfig.Lighting[0][0].txt", "table.Lighting[0][0].Mode=Auto\n");
        Write("configManager.getConfig.Email.http403.txt", "{\"error\":{}}");
        Write("devVideoInput.getCaps.channel=1.txt", "caps.Flip=true\n");
        await using var camera = await SimulatedCamera.FromRecordingAsync(folder);

        var info = await CgiClient.TextAsync(camera, "magicBox.cgi?action=getSystemInfo");
        var record = await CgiClient.TableAsync(camera, "Record");
        var narrow = await CgiClient.TableAsync(camera, "Record[0]");
        var lighting = await CgiClient.TableAsync(camera, "Lighting");
        var refused = await CgiClient.AnswerAsync(camera, "configManager.cgi?action=getConfig&name=Email");
        var unknown = await CgiClient.AnswerAsync(camera, "configManager.cgi?action=getConfig&name=NAS");
        var caps = await CgiClient.AnswerAsync(camera, "devVideoInput.cgi?action=getCaps&channel=1");
        var noCaps = await CgiClient.AnswerAsync(camera, "devVideoInput.cgi?action=getCaps&channel=0");

        Assert.Multiple(() =>
        {
            Assert.That(info, Is.EqualTo("deviceType=31\r\n"));
            Assert.That(record, Is.EqualTo("table.Record[0].PreRecord=4\r\n"));
            Assert.That(narrow, Is.EqualTo("table.Record[0].PreRecord=4\r\n"));
            Assert.That(lighting, Is.EqualTo("table.Lighting[0][0].Mode=Auto\n"));
            Assert.That(refused, Is.EqualTo((HttpStatusCode.Forbidden, "{\"error\":{}}")));
            Assert.That(unknown.Status, Is.EqualTo(HttpStatusCode.BadRequest));
            Assert.That(caps, Is.EqualTo((HttpStatusCode.OK, "caps.Flip=true\n")));
            Assert.That(noCaps.Status, Is.EqualTo(HttpStatusCode.BadRequest));
            Assert.That(camera.Counters.Writes, Is.Zero);
        });
    }

    [Test]
    public async Task Recording_OfAnUnknownName_AnswersForEveryUnknownTable()
    {
        Write("configManager.getConfig.UNKNOWN-NAME.http403.txt", "{\"result\":false}");
        await using var camera = await SimulatedCamera.FromRecordingAsync(folder);

        var unknown = await CgiClient.AnswerAsync(camera, "configManager.cgi?action=getConfig&name=NAS");
        var write = await CgiClient.AnswerAsync(camera, "configManager.cgi?action=setConfig&NTP.Enable=true");

        Assert.Multiple(() =>
        {
            Assert.That(unknown, Is.EqualTo((HttpStatusCode.Forbidden, "{\"result\":false}")));
            Assert.That(write.Status, Is.EqualTo(HttpStatusCode.BadRequest));
            Assert.That(camera.Counters.Writes, Is.EqualTo(1));
        });
    }

    [TestCaseSource(typeof(Captures), nameof(Captures.Dahua))]
    public async Task Recording_OfARealDevice_AnswersWithItsBytes(string device)
    {
        await using var camera = await SimulatedCamera.FromRecordingAsync(device);

        foreach (var file in Directory.EnumerateFiles(device, "magicBox.*.txt")
            .Concat(Directory.EnumerateFiles(device, "configManager.getConfig.*.txt")))
        {
            var words = Path.GetFileName(file).Split('.');
            if (words[2] == "UNKNOWN-NAME" || words[^2] == "error") continue;
            var call = words[0] == "magicBox"
                ? $"magicBox.cgi?action={words[1]}"
                : $"configManager.cgi?action=getConfig&name={words[2]}";

            var body = await CgiClient.BytesAsync(camera, call);

            Assert.That(body, Is.EqualTo(await File.ReadAllBytesAsync(file)), call);
        }
    }

    private void Write(string name, string body) => File.WriteAllText(Path.Combine(folder, name), body);
}
