using System.Net;
using CamMigrate.Core.Discovery;

namespace CamMigrate.Core.Tests.Discovery;

public sealed class SightingMergeTests
{
    private const string Mac = "00:00:5e:00:53:1f";
    private const string OtherMac = "00:00:5e:00:53:20";

    [Test]
    public void Merge_FourProtocols_GivesOneRowThatKnowsAll()
    {
        var device = Merged(
            At("192.0.2.31", DiscoveryMethod.Range) with { Vendor = "onvif", Port = 80 },
            At("192.0.2.31", DiscoveryMethod.WsDiscovery) with { MacHint = Mac, Vendor = "onvif", Onvif = true, Name = "North gate", Model = "scope words" },
            At("192.0.2.31", DiscoveryMethod.Sadp) with { MacAddress = Mac, Vendor = "hikvision", Model = "DS-1", Activation = Activation.Activated },
            At("192.0.2.31", DiscoveryMethod.Sadp) with { MacAddress = Mac, Vendor = "hikvision", Model = "DS-1", Activation = Activation.Activated })
            .Single();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(device.MacAddress, Is.EqualTo(Mac));
            Assert.That(device.Model, Is.EqualTo("DS-1"), "the maker's own protocol is believed first");
            Assert.That(device.Vendor, Is.EqualTo("hikvision"));
            Assert.That(device.Name, Is.EqualTo("North gate"));
            Assert.That(device.Onvif, Is.True);
            Assert.That(device.FactoryState, Is.EqualTo(Activation.Activated));
            Assert.That(device.FoundBy, Is.EqualTo(new[] { DiscoveryMethod.Sadp, DiscoveryMethod.WsDiscovery, DiscoveryMethod.Range }));
        }
    }

    [Test]
    public void Merge_TwoMacsAtTheFactoryAddress_StayTwo()
    {
        var devices = Merged(
            At("192.168.1.64", DiscoveryMethod.Sadp) with { MacAddress = Mac },
            At("192.168.1.64", DiscoveryMethod.Sadp) with { MacAddress = OtherMac });

        Assert.That(devices.Select(d => d.MacAddress), Is.EqualTo(new[] { Mac, OtherMac }));
    }

    [Test]
    public void Merge_AnswerWithoutMacWhereTwoLive_IsNobodys()
    {
        var devices = Merged(
            At("192.168.1.64", DiscoveryMethod.Sadp) with { MacAddress = Mac },
            At("192.168.1.64", DiscoveryMethod.Sadp) with { MacAddress = OtherMac },
            At("192.168.1.64", DiscoveryMethod.Range));

        Assert.That(devices, Has.Length.EqualTo(3));
    }

    [Test]
    public void Merge_UuidThatEndsWithTheMac_TiesAnotherAddressToTheDevice()
    {
        var device = Merged(
            At("192.168.1.64", DiscoveryMethod.Sadp) with { MacAddress = Mac },
            At("192.0.2.9", DiscoveryMethod.WsDiscovery) with { MacHint = Mac }).Single();

        Assert.That(device.Address, Is.EqualTo(IPAddress.Parse("192.0.2.9")), "the near address is the useful one");
    }

    [Test]
    public void Merge_OneUuidOnAllUnits_KeepsThemApart()
    {
        var devices = Merged(
            At("192.0.2.8", DiscoveryMethod.WsDiscovery) with { MacHint = Mac },
            At("192.0.2.9", DiscoveryMethod.WsDiscovery) with { MacHint = Mac });

        Assert.That(devices, Has.Length.EqualTo(2));
    }

    [TestCase(DiscoveryMethod.DhDiscover, DiscoveryMethod.WsDiscovery, 1)]
    [TestCase(DiscoveryMethod.WsDiscovery, DiscoveryMethod.WsDiscovery, 2, Description = "a serial number on all units")]
    public void Merge_OneSerialAtTwoAddresses_IsOneDeviceOnlyAcrossProtocols(DiscoveryMethod a, DiscoveryMethod b, int count)
    {
        var devices = Merged(
            At("192.0.2.8", a) with { SerialNumber = "AB-12345" },
            At("192.0.2.9", b) with { SerialNumber = "ab12345" });

        Assert.That(devices, Has.Length.EqualTo(count));
    }

    [TestCase(true, TestName = "Merge_FloodOfSerialNumbers_EndsInSeconds")]
    [TestCase(false, TestName = "Merge_FloodOfOneSerialNumber_EndsInSeconds")]
    public void Merge_Flood(bool manySerials)
    {
        var sightings = Enumerable.Range(0, 60_000).Select(i =>
            At($"10.{i >> 16}.{(i >> 8) & 255}.{i & 255}", DiscoveryMethod.WsDiscovery) with
            {
                SerialNumber = manySerials ? $"DS-{i:d8}" : "DS-00000001",
                MacHint = OtherMac,
            }).ToArray();
        var clock = System.Diagnostics.Stopwatch.StartNew();

        var devices = Merged(sightings);

        Assert.That(devices, Has.Length.EqualTo(sightings.Length));
        Assert.That(clock.Elapsed, Is.LessThan(TimeSpan.FromSeconds(15)));
    }

    [Test]
    public void Merge_AnyOrder_GivesTheSame()
    {
        Sighting[] sightings =
        [
            At("192.0.2.31", DiscoveryMethod.Sadp) with { MacAddress = Mac, SerialNumber = "DS-00001" },
            At("192.168.1.64", DiscoveryMethod.Sadp) with { MacAddress = Mac, SerialNumber = "DS-00001", Model = "B" },
            At("192.0.2.31", DiscoveryMethod.WsDiscovery) with { MacHint = OtherMac, Name = "b" },
            At("192.0.2.31", DiscoveryMethod.WsDiscovery) with { Name = "a" },
            At("192.0.2.32", DiscoveryMethod.WsDiscovery) with { SerialNumber = "DS-00001" },
            At("192.0.2.32", DiscoveryMethod.Range) with { Onvif = false },
            At("192.0.2.33", DiscoveryMethod.DhDiscover) with { MacAddress = OtherMac },
            At("192.0.2.33", DiscoveryMethod.Range) with { Onvif = true },
            At("192.0.2.34", DiscoveryMethod.Range),
        ];
        var random = new Random(20261122);
        var expected = Words(Merged(sightings));

        for (var i = 0; i < 200; i++)
        {
            random.Shuffle(sightings);
            Assert.That(Words(Merged(sightings)), Is.EqualTo(expected));
        }
    }

    private static System.Collections.Immutable.ImmutableArray<FoundCamera> Merged(params Sighting[] sightings) =>
        SightingMerge.Merge(sightings, address => address.ToString().StartsWith("192.0.2.", StringComparison.Ordinal));

    private static string Words(IEnumerable<FoundCamera> devices) => string.Join('\n', devices.Select(d =>
        string.Join('|', d.Address, d.MacAddress, d.SerialNumber, d.Model, d.Name, d.Onvif, string.Join(',', d.FoundBy), d.Sightings.Length)));

    private static Sighting At(string address, DiscoveryMethod method) => new()
    {
        Method = method,
        Address = IPAddress.Parse(address),
        Sender = IPAddress.Parse(address),
    };
}
