using CamMigrate.Testing;

namespace CamMigrate.Simulator.Tests.Onvif;

/// <summary>What a virtual camera only tells: movement, analytics, contacts, sound, network.</summary>
[TestFixture]
internal sealed class OnvifReadingTests
{
    private const string Full = """
        face: onvif
        onvif:
          network: {gateway: 192.0.2.254, dns: [192.0.2.2, '2001:db8::2'], ipv6: '2001:db8::31', https: true, dot1x: true}
          ptz:
            presets: [{token: '1', name: gate}, {token: '7'}]
            tours: [{name: round, autoStart: true, spots: [{preset: '1', staySeconds: 10}, {preset: '7', staySeconds: 90}]}]
            pan: [-0.5, 0.5]
            tilt: [-1, 0]
            zoom: [0, 0.8]
          analytics:
            cells: ['##......', '........', '#.#.#.#.']
            tamper: 40
            rules:
            - {kind: LineDetector, name: kerb, points: [[-0.8, 0], [0.8, 0.1]], direction: Left}
            - {kind: FieldDetector, name: yard, points: [[-1, -1], [1, -1], [0, 0.5]]}
            - {kind: LoiteringDetector, name: door, points: [[-1, -1], [1, -1], [0, 0.5]], timeThreshold: 20}
            - {kind: MotionRegionDetector, name: lawn, points: [[-1, -1], [1, -1], [0, 0.5]], sensitivity: 0.7}
          io:
            relays: [{mode: Monostable, delaySeconds: 5, idleState: closed}]
            inputs: [{idleState: closed}]
          audio: {outputs: [70]}
        """;

    [TestCase("tds:GetNetworkDefaultGateway")]
    [TestCase("tds:GetDNS")]
    [TestCase("tds:GetNetworkProtocols")]
    [TestCase("tds:GetNetworkInterfaces")]
    [TestCase("tds:GetDiscoveryMode")]
    [TestCase("tds:GetDot1XConfigurations")]
    [TestCase("tds:GetRelayOutputs")]
    [TestCase("tds:GetServices", "<tds:IncludeCapability>true</tds:IncludeCapability>")]
    [TestCase("tds:GetCapabilities", "<tds:Category>All</tds:Category>")]
    [TestCase("trt:GetProfiles")]
    [TestCase("tr2:GetProfiles", "<tr2:Type>All</tr2:Type>")]
    [TestCase("trt:GetAudioSources")]
    [TestCase("trt:GetAudioOutputs")]
    [TestCase("trt:GetAudioOutputConfigurations")]
    [TestCase("tr2:GetAudioOutputConfigurations")]
    [TestCase("trt:GetAudioOutputConfigurationOptions")]
    [TestCase("tptz:GetNodes")]
    [TestCase("tptz:GetPresets", "<tptz:ProfileToken>Profile_1</tptz:ProfileToken>")]
    [TestCase("tptz:GetPresetTours", "<tptz:ProfileToken>Profile_1</tptz:ProfileToken>")]
    [TestCase("tan:GetServiceCapabilities")]
    [TestCase("tan:GetAnalyticsModules", "<tan:ConfigurationToken>VideoAnalytics_1</tan:ConfigurationToken>")]
    [TestCase("tan:GetRules", "<tan:ConfigurationToken>VideoAnalytics_1</tan:ConfigurationToken>")]
    [TestCase("tmd:GetDigitalInputs")]
    public async Task Call_OfACameraThatHasItAll_IsAnsweredByTheSchema(string operation, string content = "")
    {
        await using var camera = await SimulatedCamera.StartAsync(Full);
        using var client = new SoapClient(camera);

        var answer = await client.CallAsync(operation, content);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(answer.Name.LocalName, Is.EqualTo(operation.Split(':')[1] + "Response"));
            Assert.That(camera.Counters.SchemaErrors, Is.Empty);
        }
    }

    [TestCase("tptz:GetNodes")]
    [TestCase("tan:GetRules", "<tan:ConfigurationToken>VideoAnalytics_1</tan:ConfigurationToken>")]
    [TestCase("tmd:GetDigitalInputs")]
    [TestCase("trt:GetAudioSources")]
    public async Task Call_OfACameraThatHasNone_IsAFault(string operation, string content = "")
    {
        await using var camera = await SimulatedCamera.StartAsync("face: onvif");
        using var client = new SoapClient(camera);

        var answer = await client.CallAsync(operation, content);

        Assert.That(SoapClient.SubcodesOf(answer), Is.EqualTo("ter:ActionNotSupported"));
    }

    [Test]
    public async Task Cells_AsTheStandardPacksThem_AreOnTheWire()
    {
        var row = new string('#', 22);
        var rows = string.Join(", ", Enumerable.Repeat($"'{row}'", 15));
        await using var camera = await SimulatedCamera.StartAsync($"face: onvif\nonvif: {{analytics: {{cells: [{rows}]}}}}");
        using var client = new SoapClient(camera);

        var rules = await client.CallAsync("tan:GetRules", "<tan:ConfigurationToken>VideoAnalytics_1</tan:ConfigurationToken>");

        // 41 whole bytes, then two bits in the last: all 330 cells.
        var cells = rules.Descendants().First(e => e.Attribute("Name")?.Value == "ActiveCells").Attribute("Value")!.Value;
        Assert.That(Convert.FromBase64String(cells), Is.EqualTo(new byte[] { 257 - 41, 0xFF, 0, 0xC0 }));
    }

    [Test]
    public async Task Recording_OfSoapAnswers_IsServedByOperation()
    {
        var folder = Directory.CreateTempSubdirectory("recording").FullName;
        const string Soap = "<s:Envelope xmlns:s='http://www.w3.org/2003/05/soap-envelope'><s:Body><X{0}Response/></s:Body></s:Envelope>";
        await File.WriteAllTextAsync(Path.Combine(folder, "tds.txt"), "not an answer");
        await File.WriteAllTextAsync(Path.Combine(folder, "device.GetDns.xml"), string.Format(null, Soap, "Dns"));
        await File.WriteAllTextAsync(Path.Combine(folder, "media.GetSnapshotUri.a_b.xml"), string.Format(null, Soap, "AB"));
        await using var camera = await SimulatedCamera.FromRecordingAsync(folder);
        using var client = new SoapClient(camera);

        var dns = await client.CallAsync("tds:GetDNS");
        var uri = await client.CallAsync("trt:GetSnapshotUri", "<trt:ProfileToken>a b</trt:ProfileToken>");
        var unknown = await client.CallAsync("tr2:GetMasks");
        var write = await client.CallAsync("tr2:SetMask");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(dns.Name.LocalName, Is.EqualTo("XDnsResponse"));
            Assert.That(uri.Name.LocalName, Is.EqualTo("XABResponse"));
            Assert.That(SoapClient.SubcodesOf(unknown), Is.EqualTo("ter:ActionNotSupported"));
            Assert.That(SoapClient.SubcodesOf(write), Is.EqualTo("ter:ActionNotSupported"));
            Assert.That(camera.Counters.Writes, Is.EqualTo(1));
        }

        Directory.Delete(folder, recursive: true);
    }
}
