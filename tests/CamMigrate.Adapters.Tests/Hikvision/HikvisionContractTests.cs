using System.Globalization;
using CamMigrate.Adapters.Tests.Contract;
using CamMigrate.Testing;

namespace CamMigrate.Adapters.Tests.Hikvision;

/// <summary>The questions of every vendor, to every recorded Hikvision and to our own.</summary>
[TestFixture]
internal sealed class HikvisionContractTests
{
    [TestCaseSource(typeof(RecordedDeviceTests), nameof(RecordedDeviceTests.Devices))]
    public async Task Read_Recording_KeepsTheContract(string folder)
    {
        await using var camera = await SimulatedCamera.FromRecordingAsync(folder);

        await ReaderContract.HoldsAsync(camera, Readers.Source(), new Recording(folder).Streams().Select(Name));
    }

    private static string Name(System.Xml.Linq.XElement stream)
    {
        var id = Recording.Id(stream);
        var name = (id % 100) switch
        {
            1 => "main",
            2 => "sub",
            3 => "third",
            var other => "stream" + other.ToString(CultureInfo.InvariantCulture),
        };
        return FormattableString.Invariant($"{id / 100}/{name}");
    }
}
