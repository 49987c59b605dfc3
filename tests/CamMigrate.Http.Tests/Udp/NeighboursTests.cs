using System.Net;
using CamMigrate.Http.Udp;

namespace CamMigrate.Http.Tests.Udp;

public sealed class NeighboursTests
{
    [Test]
    public void Parse_Table_TakesHostsButNoRouterThatAnswersForMany()
    {
        var table = Neighbours.Parse(
        [
            "IP address       HW type     Flags       HW address            Mask     Device",
            "192.0.2.31       0x1         0x2         00:00:5E:00:53:1f     *        eth0",
            "192.0.2.32       0x1         0x0         00:00:00:00:00:00     *        eth0",
            "192.0.2.40       0x1         0x2         00:00:5e:00:53:99     *        eth0",
            "192.0.2.41       0x1         0x2         00:00:5e:00:53:99     *        eth0",
            "",
        ]);

        Assert.That(table, Is.EqualTo(new Dictionary<IPAddress, string> { [IPAddress.Parse("192.0.2.31")] = "00:00:5e:00:53:1f" }));
    }

    [Test]
    public void Read_ThisMachine_DoesNotFail() => Assert.That(() => Neighbours.Read(), Throws.Nothing);
}
