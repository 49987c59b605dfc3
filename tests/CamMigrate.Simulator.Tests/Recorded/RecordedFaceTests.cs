using System.Net;
using System.Text.Json;
using CamMigrate.Testing;

namespace CamMigrate.Simulator.Tests.Recorded;

[TestFixture]
internal sealed class RecordedFaceTests
{
    [Test]
    public async Task Recording_OwnFolder_ServesFilesAndRefusals()
    {
        var folder = Directory.CreateTempSubdirectory("recording").FullName;
        Directory.CreateDirectory(Path.Combine(folder, "ISAPI", "System"));
        await File.WriteAllTextAsync(Path.Combine(folder, "ISAPI", "System", "deviceInfo.xml"), "<DeviceInfo/>");
        await File.WriteAllTextAsync(Path.Combine(folder, "_http_status.json"), """{"System/time": 403, "System/Holidays": "transport-error"}""");
        await using var camera = await SimulatedCamera.FromRecordingAsync(folder);
        using var client = camera.CreateClient();

        var body = await client.GetStringAsync(new Uri("ISAPI/System/deviceInfo", UriKind.Relative));
        using var refused = await client.GetAsync(new Uri("ISAPI/System/time", UriKind.Relative));
        using var unknown = await client.GetAsync(new Uri("ISAPI/System/nothing", UriKind.Relative));

        Assert.Multiple(() =>
        {
            Assert.That(body, Is.EqualTo("<DeviceInfo/>"));
            Assert.That(refused.StatusCode, Is.EqualTo(HttpStatusCode.Forbidden));
            Assert.That(unknown.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
            Assert.ThrowsAsync<HttpRequestException>(
                () => client.GetAsync(new Uri("ISAPI/System/Holidays", UriKind.Relative)));
            Assert.That(camera.Counters.Count("GET System/deviceInfo"), Is.EqualTo(1));
        });
        Directory.Delete(folder, recursive: true);
    }

    [TestCaseSource(typeof(Captures), nameof(Captures.Hikvision))]
    public async Task Recording_OfARealDevice_AnswersEveryPathWithItsStatus(string folder)
    {
        await using var camera = await SimulatedCamera.FromRecordingAsync(folder);
        using var client = camera.CreateClient();

        foreach (var (path, status) in Recorded(folder))
        {
            using var response = await client.GetAsync(new Uri($"ISAPI/{path}", UriKind.Relative));
            Assert.That((int)response.StatusCode, Is.EqualTo(status), path);
        }
    }

    // Some recordings hold answers only, and no list of what was asked.
    private static IEnumerable<(string Path, int Status)> Recorded(string folder)
    {
        var root = Path.Combine(folder, "ISAPI");
        foreach (var file in Directory.EnumerateFiles(root, "*.xml", SearchOption.AllDirectories))
            yield return (Path.ChangeExtension(Path.GetRelativePath(root, file), null).Replace('\\', '/'), 200);
        var statusFile = Path.Combine(folder, "_http_status.json");
        if (!File.Exists(statusFile)) yield break;
        using var statuses = JsonDocument.Parse(File.ReadAllText(statusFile));
        foreach (var entry in statuses.RootElement.EnumerateObject()
            .Where(entry => entry.Value.ValueKind == JsonValueKind.Number))
            yield return (entry.Name, entry.Value.GetInt32());
    }
}
