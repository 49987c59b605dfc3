using System.Globalization;
using System.Text;
using CamMigrate.Core.Ports;
using CamMigrate.Core.Profiles;
using CamMigrate.Core.Profiles.Yaml;
using FsCheck;
using FsCheck.Fluent;

namespace CamMigrate.Core.Tests.Profiles.Yaml;

/// <summary>
/// What is wrong in a file, where, and what to write instead. Line 3 is the first below version and kind.
/// </summary>
public sealed class ProfileRefusalTests
{
    private const string Indicators = "{}[]:,-?#&*!|>'\"%@`\\\n\t \0\u0085\ud800x0";
    private const string Head = "schemaVersion: 1\nkind: CameraProfile\n";

    [TestCase("tme: {mode: Ntp}", "3:1 tme: unknown key 'tme'. Did you mean 'time'?")]
    [TestCase("time: {mode: NTP}", "3:14 time.mode: 'NTP' is not one of Manual, Ntp. Did you mean 'Ntp'?")]
    [TestCase("time: {mode: 5}", "3:14 time.mode: a text is expected, not 5. Allowed: Manual, Ntp.")]
    [TestCase(
        "time: {posixTimeZone: Europe/London}",
        "3:23 time.posixTimeZone: 'Europe/London' is no POSIX time zone such as GMT0BST,M3.5.0/1,M10.5.0.")]
    [TestCase(
        "time: {ntpServers: ['http://ntp']}",
        "3:21 time.ntpServers[1]: 'http://ntp' is neither a host name nor an IP address.")]
    [TestCase(
        "time: {ntpServers: [192.0.2]}",
        "3:21 time.ntpServers[1]: '192.0.2' is neither a host name nor an IP address.")]
    [TestCase("time: {ntpServers: 192.0.2.1}", "3:20 time.ntpServers: a list is expected, not '192.0.2.1'.")]
    [TestCase("time: [1]", "3:7 time: a mapping is expected, not a list.")]
    [TestCase("time:", "3:6 time: nothing stands here: write a value, or remove the key.")]
    [TestCase("users:", "3:7 users: nothing stands here: write [] for none, or remove the key.")]
    [TestCase("services: {upnp: yes}", "3:18 services.upnp: true or false is expected, not 'yes'. Did you mean true?")]
    [TestCase("services: {upnp: Off}", "3:18 services.upnp: true or false is expected, not 'Off'. Did you mean false?")]
    [TestCase("camera: {name: 5.20}", "3:16 camera.name: a text is expected, not 5.20. Put it in quotes: '5.20'.")]
    [TestCase("camera: {name: true}", "3:16 camera.name: a text is expected, not true. Put it in quotes: 'true'.")]
    [TestCase(
        "source: {serialNumber: 0012345}",
        "3:24 source.serialNumber: 0012345 is one number to some readers and another to others: without zeros, or "
            + "'0012345' for a text.")]
    [TestCase(
        "source: {macAddress: 00-11}",
        "3:22 source.macAddress: '00-11' is not understood: a MAC address is written '00:00:5e:00:53:1f'.")]
    [TestCase(
        "network: {ipv4: {address: 192.0.2.300}}",
        "3:27 network.ipv4.address: '192.0.2.300' is no IPv4 address such as 192.0.2.31.")]
    [TestCase(
        "network: {ipv4: {gateway: '2001:db8::1'}}",
        "3:27 network.ipv4.gateway: '2001:db8::1' is no IPv4 address such as 192.0.2.31.")]
    [TestCase(
        "network: {ipv6: {address: 192.0.2.3}}",
        "3:27 network.ipv6.address: '192.0.2.3' is no IPv6 address such as 2001:db8::31.")]
    [TestCase("network: {ipv4: {prefixLength: 129}}", "3:32 network.ipv4.prefixLength: 129 is out of range: 0 to 128.")]
    [TestCase("network: {dns: [dns.example]}", "3:17 network.dns[1]: 'dns.example' is no IP address.")]
    [TestCase("network: {hostname: a b}", "3:21 network.hostname: 'a b' is no host name.")]
    [TestCase(
        "network: {protocols: {http: {port: 65536}}}",
        "3:36 network.protocols.http.port: 65536 is out of range: 1 to 65535.")]
    [TestCase(
        "network: {protocols: {http: {port: 80.5}}}",
        "3:36 network.protocols.http.port: a whole number is expected, not 80.5.")]
    [TestCase("users: [{userLevel: User}]", "3:9 users[1]: 'username' is missing.")]
    [TestCase(
        "users: [{username: a}, {username: a}]", "3:35 users: username 'a' stands twice in the list, first in line 3.")]
    [TestCase(
        "schedules: [{name: a, weekly: {monday: ['8-9']}}]",
        "3:41 schedules[a].weekly.monday[1]: '8-9' is not understood: a span is written 'HH:mm-HH:mm', the end up to "
            + "'24:00'.")]
    [TestCase(
        "notifications: [{kind: Http, address: 'http://u:secret@h/'}]",
        "3:39 notifications[1].address: an address with a password in it: a profile holds no secrets, take out what "
            + "stands before the '@'.")]
    [TestCase("storage: {cards: -1}", "3:18 storage.cards: -1 is out of range: 0 to 65535.")]
    [TestCase(
        "storage: {cards: 99999999999999999999}",
        "3:18 storage.cards: the number '99999999999999999999' is too large.")]
    public void Parse_WrongSetting_NamesPlaceAndRemedy(string line, string expected) =>
        Assert.That(Problems($"{Head}{line}\n"), Is.EqualTo(new[] { expected }));

    [TestCase("number: 0", "3:25 videoSources[0].number: 0 is out of range: 1 to 65535.")]
    [TestCase("mirror: true", "3:16 videoSources[1]: 'number' is missing.")]
    [TestCase("number: 1, rotation: 45", "3:38 videoSources[1].rotation: 45 is not one of 0, 90, 180, 270.")]
    [TestCase(
        "number: 1, bounds: [0.5, 0, 0.6, 1]",
        "3:36 videoSources[1].bounds: the shown part is [left, top, width, height]: it must lie within 0 to 1 and not "
            + "be empty.")]
    [TestCase("number: 1, bounds: [0, 0, 1]", "3:36 videoSources[1].bounds: 4 items are expected, not 3.")]
    [TestCase(
        "number: 1, imaging: {brightness: 101}",
        "3:50 videoSources[1].imaging.brightness: 101 is out of range: 0 to 100.")]
    [TestCase(
        "number: 1, imaging: {brightness: .nan}",
        "3:50 videoSources[1].imaging.brightness: .nan is no setting: write a number.")]
    [TestCase(
        "number: 1, imaging: {brightness: -.inf}",
        "3:50 videoSources[1].imaging.brightness: -.inf is no setting: write a number.")]
    [TestCase(
        "number: 1, imaging: {irCutFilter: Day}",
        "3:51 videoSources[1].imaging.irCutFilter: 'Day' is not one of On, Off, Auto.")]
    [TestCase(
        "number: 1, imaging: {irCutFilter: true}",
        "3:51 videoSources[1].imaging.irCutFilter: a text is expected, not true. Allowed: On, Off, Auto.")]
    [TestCase(
        "number: 1, imagingProfiles: [{name: n, imaging: {light: {level: 101}}}]",
        "3:81 videoSources[1].imagingProfiles[n].imaging.light.level: 101 is out of range: 0 to 100.")]
    [TestCase(
        "number: 1, masks: [{name: m, polygon: [[0, 0], [1, 1]]}]",
        "3:55 videoSources[1].masks[m].polygon: at least 3 items are expected, not 2.")]
    [TestCase(
        "number: 1, masks: [{polygon: [[0, 0], [1, 1], [1, 1.2]]}]",
        "3:67 videoSources[1].masks[1].polygon[3][2]: 1.2 is out of range: 0 to 1.")]
    [TestCase("number: 1, masks: [{name: m}]", "3:36 videoSources[1].masks[m]: 'polygon' is missing.")]
    [TestCase(
        "number: 1, masks: [{color: black, polygon: [[0, 0], [1, 1], [1, 0]]}]",
        "3:44 videoSources[1].masks[1].color: 'black' is not understood: a colour is written '#RRGGBB'.")]
    [TestCase(
        "number: 1, osds: [{kind: Text, position: [0, 0, 0]}]",
        "3:58 videoSources[1].osds[1].position: 2 items are expected, not 3.")]
    [TestCase(
        "number: 1, motionDetection: {cells: ['..', '#']}",
        "3:60 videoSources[1].motionDetection.cells: the row has 1 cells, the first one 2: rows of a grid are equally "
            + "long.")]
    [TestCase(
        "number: 1, motionDetection: {cells: ['.x']}",
        "3:54 videoSources[1].motionDetection.cells[1]: '.x' is not understood: a row of cells has '#' for watched and "
            + "'.' for not watched.")]
    [TestCase(
        "number: 1, motionDetection: {regions: [[[0, 0], [1, 1]]]}",
        "3:56 videoSources[1].motionDetection.regions[1]: at least 3 items are expected, not 2.")]
    [TestCase(
        "number: 1, videoEncoders: [{stream: main}, {stream: main}]",
        "3:69 videoSources[1].videoEncoders: stream 'main' stands twice in the list, first in line 3.")]
    [TestCase(
        "number: 1, videoEncoders: [{stream: main, resolution: {width: 1}}]",
        "3:71 videoSources[1].videoEncoders[main].resolution: 'height' is missing.")]
    [TestCase(
        "number: 1, rules: [{kind: LineDetector, name: k, line: [[0, 0]]}]",
        "3:72 videoSources[1].rules[k].line: 2 items are expected, not 1.")]
    [TestCase("number: 1}, {number: 1", "3:38 videoSources: number '1' stands twice in the list, first in line 3.")]
    public void Parse_WrongVideoSource_NamesPlaceAndRemedy(string source, string expected) =>
        Assert.That(Problems($"{Head}videoSources: [{{{source}}}]\n"), Is.EqualTo(new[] { expected }));

    [TestCase("", "1:1 : the file is empty.")]
    [TestCase("# nothing\n", "1:1 : the file is empty.")]
    [TestCase("- 1\n", "1:1 : a profile is a mapping: it begins with 'schemaVersion: 1'.")]
    [TestCase("kind: CameraProfile\n", "1:1 : 'schemaVersion' is missing.")]
    [TestCase("schemaVersion: 1\n", "1:1 : 'kind' is missing.")]
    [TestCase(
        "schemaVersion: 2\nkind: New\nnew: {}\n",
        "1:16 schemaVersion: the file is of version 2, this program reads version 1: use a newer CamMigrate.")]
    [TestCase("schemaVersion: 0\nkind: CameraProfile\n", "1:16 schemaVersion: 0 is not one of 1.")]
    [TestCase("schemaVersion: '1'\nkind: CameraProfile\n", "1:16 schemaVersion: a whole number is expected, not '1'.")]
    [TestCase(
        "schemaVersion: 1\nkind: Profileoverlay\n",
        "2:7 kind: 'Profileoverlay' is not one of ProfileOverlay. Did you mean 'ProfileOverlay'?")]
    [TestCase(Head + "---\n" + Head, "3:1 : a file holds one profile: put the second document into a file of its own.")]
    [TestCase(
        Head + "camera: &a {name: x}\n",
        "3:9 : anchors and aliases (& and *) are not read: write the value out, or use an overlay.")]
    [TestCase(
        Head + "camera: *a\n",
        "3:9 : anchors and aliases (& and *) are not read: write the value out, or use an overlay.")]
    [TestCase(Head + "camera: !!map {name: x}\n", "3:9 : tags are not read: remove 'tag:yaml.org,2002:map'.")]
    [TestCase(Head + "camera: !x/y {name: x}\n", "3:9 : tags are not read: remove '!x/y'.")]
    [TestCase(
        Head + "camera: {name: a}\ncamera: {name: b}\n",
        "4:1 : the key 'camera' stands twice, first in line 3: keep one.")]
    [TestCase(Head + "? [a]\n: 1\n", "3:3 : a key is a word of at most 128 characters.")]
    public void Parse_WrongDocument_NamesPlaceAndRemedy(string text, string expected) =>
        Assert.That(Problems(text), Is.EqualTo(new[] { expected }));

    [Test]
    public void Parse_ManyProblems_ReportsAllByLine()
    {
        var problems = Problems(
            Head
                + "storage: {cards: -1}\nvideoSources:\n- {number: 1, mirror: 1}\n- {number: 1}\ntme: 1\ntime: {mode: "
                + "Nt}\n");

        Assert.That(problems.Select(p => p.Split(':')[0]), Is.EqualTo(new[] { "3", "5", "6", "7", "8" }));
    }

    [Test]
    public void Parse_BrokenYaml_NamesTheLine()
    {
        var problem = Refuse(Head + "camera: {name: x\ntime: [").Problems.Single();

        Assert.That(problem.Message, Does.StartWith("this is not YAML"));
        Assert.That(problem.Line, Is.InRange(3, 4));
    }

    [Test]
    public void Parse_ProblemText_ShowsControlCharacters() =>
        Assert.That(
            Refuse(Head + "\"a\\e[31m\\u202E\": 1\n").Message,
            Does.Contain(@"unknown key 'a\x1B[31m\u202E'").And.Not.Contain("\u001b"));

    [Test]
    public void Parse_SecretInAddress_IsNotRepeated() =>
        Assert.That(Refuse(Head + "source: {address: 'rtsp://a:pa55word@h/'}\n").Message, Does.Not.Contain("pa55word"));

    [Test]
    public void Parse_DeepNesting_IsRefused() =>
        Assert.That(
            Refuse($"{Head}x-a: {new string('[', 100_000)}").Problems.Single().Message,
            Is.EqualTo("more than 32 levels within each other."));

    [Test]
    public void Parse_ManyValues_IsRefused() =>
        Assert.That(
            Refuse($"{Head}x-a: [{string.Join(',', Enumerable.Repeat('1', 250_000))}]").Problems.Single().Message,
            Is.EqualTo("more than 200000 values."));

    [Test]
    public void Parse_ManyProblems_AreCounted()
    {
        var problems = Refuse(
            Head
                + string.Concat(
                    Enumerable.Range(0, 1000).Select(
                        i => string.Create(CultureInfo.InvariantCulture, $"key{i}: 1\n")))).Problems;

        Assert.That(problems, Has.Length.EqualTo(201));
        Assert.That(problems[^1].Message, Is.EqualTo("800 more problems."));
    }

    [Test]
    public void Parse_ExplodingAliases_AreRefusedAtTheFirst()
    {
        var bomb = new StringBuilder(Head + "x-a: &a [x,x,x,x,x,x,x,x,x]\n");
        for (var c = 'b'; c < 'm'; c++)
            bomb.Append(
                $"x-#: &# [{string.Join(',', Enumerable.Repeat("*@", 9))}]\n".Replace('#', c)
                    .Replace('@', (char)(c - 1)));

        Assert.That(Refuse(bomb.ToString()).Problems.Single().Line, Is.EqualTo(3));
    }

    [Test]
    public void Parse_AnyText_IsReadOrRefusedAndNeverCrashes() =>
        Prop.ForAll(Arb.From(Gen.Choose(0, int.MaxValue - 1)), seed =>
        {
            var random = new Random(seed);
            var text = ProfileYaml.Write(new ProfileGenerator(random).Next());
            var broken = new StringBuilder(text);
            for (var i = random.Next(1, 8); i > 0; i--)
                broken[random.Next(broken.Length)] = Indicators[random.Next(Indicators.Length)];

            try
            {
                ProfileYaml.Parse(broken.ToString(), "p.yaml");
            }
            catch (ProfileException e)
            {
                Assert.That(e.Problems, Is.Not.Empty);
            }
        }).QuickCheckThrowOnFailure();

    [Test]
    public void Parse_NewerMinor_MakesUnknownKeysFindingsAndKeepsThem()
    {
        var findings = new List<Finding>();
        var text = "schemaVersion: 1\nschemaMinor: 7\nkind: CameraProfile\ncamera: {name: a, mood: calm}\n";

        var profile = ProfileYaml.Parse(text, "p.yaml", findings);

        Assert.That(findings.Select(f => f.Path), Is.EqualTo(new[] { "camera.mood" }));
        Assert.That(ProfileYaml.Write(profile), Is.EqualTo(text));
    }

    [Test]
    public void Parse_KeysOfTheIntegrator_AreKept()
    {
        var text = Head + "camera: {name: a, x-asset: '0042'}\nx-ours: {list: [1, two, null], deep: {a: 1.5}}\n";

        Assert.That(ProfileYaml.Write(ProfileYaml.Parse(text, "p.yaml")), Is.EqualTo(text));
    }

    private static string[] Problems(string text) =>
        [
            .. Refuse(text).Problems.Select(
                p => string.Create(CultureInfo.InvariantCulture, $"{p.Line}:{p.Column} {p.Path}: {p.Message}"))
        ];

    private static ProfileException Refuse(string text) =>
        Assert.Throws<ProfileException>(() => ProfileYaml.Parse(text, "p.yaml"))!;
}
