using System.Net;
using CamMigrate.Onvif.Discovery;

namespace CamMigrate.Onvif.Tests.Discovery;

public sealed class DiscoverySightingTests
{
    [Test]
    public void Of_ScopesOfAHikvision_TellsWhoItIs()
    {
        var sighting = DiscoverySighting.Of(Device("192.0.2.31", ["http://[fe80::1]/onvif/device_service", "http://192.0.2.31:8081/onvif/device_service"],
            "onvif://www.onvif.org/MAC/00:00:5E:00:53:1F", "onvif://www.onvif.org/hardware/DS-2CD%2F1", "onvif://www.onvif.org/name/North%20gate"));

        using (Assert.EnterMultipleScope())
        {
            Assert.That((sighting.MacAddress, sighting.Model, sighting.Name), Is.EqualTo(("00:00:5e:00:53:1f", "DS-2CD/1", "North gate")));
            Assert.That((sighting.Address.ToString(), sighting.Port, sighting.Onvif, sighting.Vendor), Is.EqualTo(("192.0.2.31", 8081, true, "onvif")));
            Assert.That(sighting.MacHint, Is.EqualTo("00:00:5e:00:53:42"), "the end of its UUID");
        }
    }

    [Test]
    public void Of_AddressElsewhere_IsWhereTheAnswerCameFrom()
    {
        var sighting = DiscoverySighting.Of(Device("192.0.2.31", ["http://203.0.113.9/onvif/device_service"]));

        Assert.That((sighting.Address, sighting.Port), Is.EqualTo((IPAddress.Parse("192.0.2.31"), (int?)null)));
    }

    [Test]
    public void Of_HostileName_IsShortAndVisible()
    {
        var sighting = DiscoverySighting.Of(Device("192.0.2.31", [], "onvif://www.onvif.org/name/%1B[2J%E2%80%AE" + new string('x', 400)));

        Assert.That(sighting.Name, Does.StartWith("\\u001b[2J\\u202e").And.Length.LessThan(100));
    }

    private static DiscoveredDevice Device(string sender, string[] addresses, params string[] scopes) => new()
    {
        Endpoint = "urn:uuid:2a1f0000-0000-1000-8000-00005e005342",
        Address = IPAddress.Parse(sender),
        XAddrs = [.. addresses.Select(a => new Uri(a))],
        Scopes = [.. scopes],
    };
}
