using CamMigrate.Adapters.Tests.Contract;
using CamMigrate.Testing;

namespace CamMigrate.Adapters.Tests.Dahua;

/// <summary>The questions of every vendor, to every recorded Dahua and to virtual ones of each quirk.</summary>
[TestFixture]
internal sealed class DahuaContractTests
{
    internal static IEnumerable<TestCaseData> Captured => Captures.Dahua;

    internal static IEnumerable<string> Virtual =>
    [
        "dahua: {generation: old}", "dahua: {generation: split}", "dahua: {generation: new}",
        "dahua: {bulk: all}", "dahua: {generation: new, bulk: works}", "dahua: {capsFrom: 0}",
            "dahua: {unknown: empty}",
        "dahua: {unknown: errorText}", "dahua: {unknown: notFound}", "dahua: {unknown: forbidden, rpc2: false}",
        "dahua: {generation: new, rpc2Only: [LightingScheme]}", "dahua: {charset: gbk, lineEnd: LF}",
    ];

    [TestCaseSource(nameof(Captured))]
    public async Task Read_Recording_KeepsTheContract(string folder)
    {
        await using var camera = await SimulatedCamera.FromRecordingAsync(folder);
        await ReaderContract.HoldsAsync(camera, DahuaReaders.Source());
    }

    [TestCaseSource(nameof(Virtual))]
    public async Task Read_VirtualDevice_KeepsTheContract(string yaml)
    {
        await using var camera = await SimulatedCamera.StartAsync("face: dahua\n" + yaml);

        // A table served over RPC2 alone costs a login there: two requests, and one to end it.
        await ReaderContract.HoldsAsync(
            camera, DahuaReaders.Source(), ["1/main"], yaml.Contains("rpc2Only", StringComparison.Ordinal) ? 3 : 1);
    }
}
