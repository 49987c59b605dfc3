using CamMigrate.Core.Errors;
using CamMigrate.Core.Ports;
using CamMigrate.Core.Profiles.Yaml;
using CamMigrate.Http;
using CamMigrate.Testing;
using Microsoft.Extensions.Logging.Abstractions;

namespace CamMigrate.Adapters.Tests.Contract;

/// <summary>What every reader owes a camera, over one connection and over several.</summary>
[TestFixture]
internal sealed class CareTests
{
    private static readonly string[] Cameras =
    [
        "face: hikvision", "face: hikvision\nlogin: {algorithms: [SHA-256], closes: true}", "face: dahua",
        "face: dahua\ndahua: {cgi: false}", "face: dahua\ndahua: {rpc2: false}",
    ];

    [Test]
    public async Task Read_WrongPassword_CostsExactlyOneFailedLogin(
        [ValueSource(nameof(Cameras))] string yaml, [Values(1, 8)] int connections)
    {
        await using var camera = await SimulatedCamera.StartAsync(yaml);
        var refusals = new LoginRefusals();

        for (var run = 0; run < 2; run++)
            Assert.That(
                Assert.ThrowsAsync<CameraException>(
                    () => ReadAsync(camera, yaml, connections, "wrong", refusals))!.Reason,
                Is.EqualTo(CameraError.Unauthorized));

        Assert.That(camera.Counters.FailedLogins, Is.EqualTo(1));
    }

    [Test]
    public async Task Read_SeveralConnections_SaysTheSameAndSendsFewMore([ValueSource(nameof(Cameras))] string yaml)
    {
        await using var camera = await SimulatedCamera.StartAsync(yaml);

        var one = await ReadAsync(camera, yaml, 1, camera.Password, new LoginRefusals());
        var eight = await ReadAsync(camera, yaml, 8, camera.Password, new LoginRefusals());

        using var _ = Assert.EnterMultipleScope();
        Assert.That(ProfileYaml.Write(eight.Profile), Is.EqualTo(ProfileYaml.Write(one.Profile)));
        Assert.That(eight.DocumentFates, Is.EqualTo(one.DocumentFates));
        // Not the values: the camera's clock goes on.
        Assert.That(Fates(eight), Is.EqualTo(Fates(one)));
        Assert.That(eight.Requests, Is.LessThanOrEqualTo(eight.Documents.Asked + 1 + 8));
        Assert.That((camera.Counters.Writes, camera.Counters.FailedLogins), Is.EqualTo((0, 0)));
    }

    private static IEnumerable<(string Path, LeafOutcome Outcome, string? Why)> Fates(ReadReport report) =>
        report.Fates.Select(fate => (fate.Path, fate.Outcome, fate.Why));

    private static async Task<ReadReport> ReadAsync(
        SimulatedCamera camera, string yaml, int connections, string password, LoginRefusals refusals)
    {
        var vendor = yaml.StartsWith("face: dahua", StringComparison.Ordinal) ? "dahua" : "hikvision";
        var address = CameraAddress.Parse(FormattableString.Invariant($"http://{camera.Host}:{camera.HttpPort}"));
        var options = new CameraHttpOptions { Connections = connections };
        var source = VendorList.Create(refusals, options, NullLoggerFactory.Instance).Single(s => s.Vendor == vendor);
        await using var reader = source.Open(address, new Credential(camera.Username, new Secret(password)));
        return await reader.ReadAsync(CancellationToken.None);
    }
}
