using System.Net;
using CamMigrate.Core.Discovery;

namespace CamMigrate.Core.Tests.Discovery;

public sealed class ReachCommandTests
{
    private static readonly LocalSubnet Loopback = new(IPAddress.Loopback, 8, "lo", 1);
    private static readonly LocalSubnet Office = new(IPAddress.Parse("192.0.2.2"), 24, "eth0", 2);
    private static readonly LocalSubnet Cable = new(IPAddress.Parse("198.51.100.7"), 24, "Ethernet 2", 5);

    [Test]
    public void For_ForeignCamera_GivesAnAddressBesideIt() =>
        Assert.That(Command("192.168.1.64"), Is.EqualTo("ip addr add 192.168.1.200/24 dev eth0"));

    [Test]
    public void For_Windows_QuotesTheInterfaceItWasHeardOn() => Assert.That(
        Command("192.168.1.108", isWindows: true, heardOn: 5),
        Is.EqualTo("netsh interface ip add address \"Ethernet 2\" 192.168.1.200 255.255.255.0"));

    [Test]
    public void For_AddressesSeen_TakesAnother() => Assert.That(
        Command("192.168.1.202", taken: ["192.168.1.200", "192.168.1.201"], gateway: "192.168.1.203"),
        Is.EqualTo("ip addr add 192.168.1.204/24 dev eth0"));

    [TestCase(30, "ip addr add 192.168.1.66/30 dev eth0")]
    [TestCase(0, "ip addr add 192.168.1.200/24 dev eth0", Description = "a mask nobody can have")]
    [TestCase(16, "ip addr add 192.168.1.200/24 dev eth0")]
    public void For_MaskToldByTheCamera_StaysInIt(int prefix, string expected) =>
        Assert.That(Command("192.168.1.65", prefix: prefix), Is.EqualTo(expected));

    [TestCase("127.0.0.9")]
    [TestCase("224.0.0.1")]
    [TestCase("0.0.0.0")]
    public void For_AddressNoDeviceHas_IsNone(string address) => Assert.That(Command(address), Is.Null);

    private static string? Command(
        string address, bool isWindows = false, int heardOn = 0, string[]? taken = null, string? gateway = null, int? prefix = null)
    {
        var at = IPAddress.Parse(address);
        var camera = new FoundCamera
        {
            Address = at,
            Sightings =
            [
                new Sighting
                {
                    Method = DiscoveryMethod.Sadp, Address = at, Sender = at, Interface = heardOn, PrefixLength = prefix,
                    Gateway = gateway is null ? null : IPAddress.Parse(gateway),
                },
            ],
        };
        return ReachCommand.For(camera, [Loopback, Office, Cable], (taken ?? []).Select(IPAddress.Parse).ToHashSet(), isWindows);
    }
}
