using System.Text;
using System.Xml;
using System.Xml.Linq;
using CamMigrate.Core.Errors;
using CamMigrate.Core.Ports;
using CamMigrate.Http;
using CamMigrate.Onvif.Areas;
using CamMigrate.Onvif.Soap;
using CamMigrate.Onvif.Tests.Soap;
using CamMigrate.Testing;

namespace CamMigrate.Onvif.Tests.Reading;

/// <summary>Recorded devices, of many makers: whatever they say, reading them must not fail.</summary>
public sealed class RecordedDeviceTests
{
    // Answers written as templates of a test server, with placeholders where XML would be.
    private const string Templated = "agsh-mockup";

    [TestCaseSource(typeof(Captures), nameof(Captures.Onvif))]
    public void Answers_EveryFile_Parses(string folder)
    {
        // What is no XML at all must be refused as such, and nothing else may be.
        var failures = Directory.EnumerateFiles(folder, "*.xml").Where(f => !Parses(f) && IsWellFormed(f))
            .Select(Path.GetFileName).ToList();

        Assert.That(failures, Is.Empty);
    }

    [TestCaseSource(typeof(Captures), nameof(Captures.Onvif))]
    public void Encoders_EveryRecordedConfiguration_HasCodecAndSize(string folder)
    {
        var configurations = Directory.EnumerateFiles(folder, "media*.GetVideoEncoderConfigurations.xml")
            .SelectMany(f => Response(f).Items("Configurations"))
            .Concat(Directory.EnumerateFiles(folder, "media.GetProfiles.xml")
                .SelectMany(f => Response(f).Items("Profiles")).Select(p => p.At("VideoEncoderConfiguration")!))
            .Where(c => c is not null && c.At("Encoding") is not null).ToList();
        if (configurations.Count == 0) Assert.Ignore("no encoder was recorded");

        var read = configurations.ConvertAll(
            c => OnvifVideoEncoder.ParseCurrent(c, "main", OnvifEncoderOptions.Parse(null, "main")));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(read.Select(e => e.Encoding), Is.All.Not.Null);
            Assert.That(read.Select(e => e.Resolution), Is.All.Not.Null);
            Assert.That(read.Select(e => e.RateControl!.BitrateLimit)
                .OfType<int>(), Is.All.InRange(1, int.MaxValue - 1));
        }
    }

    [TestCaseSource(typeof(Captures), nameof(Captures.Onvif))]
    public async Task Device_PlayedBack_IsReadWithItsStreams(string folder)
    {
        if (!File.Exists(Path.Combine(folder, "media.GetProfiles.xml"))
            || Path.GetFileName(folder) == Templated) Assert.Ignore("no profiles were recorded");
        await using var stub = new SoapStub(r => Recorded(folder, r));
        var options = new OnvifTargetOptions { Refusals = new LoginRefusals() };
        await using var target =
            await OnvifTarget.ConnectAsync(
            stub.Address, new Credential("admin", new Secret("x")), options, CancellationToken.None);

        var state = await target.ReadAsync(CancellationToken.None);

        var expected = Response(Path.Combine(folder, "media.GetProfiles.xml")).Items("Profiles")
            .Select(p => p.At("VideoEncoderConfiguration").Token()).Where(t => t.Length > 0).Distinct().Count();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(state.Current.VideoSources!.Value, Is.Not.Empty);
            Assert.That(state.Current.VideoSources!.Value.Sum(s => s.VideoEncoders!.Value.Length),
                Is.EqualTo(Math.Min(expected, 16)));
            Assert.That(target.Writes, Is.Zero);
        }
    }

    private static StubAnswer? Recorded(string folder, StubRequest request)
    {
        var prefix = request.Operation.Name.NamespaceName switch
        {
            "http://www.onvif.org/ver20/media/wsdl" => "media2",
            "http://www.onvif.org/ver20/imaging/wsdl" => "imaging",
            "http://www.onvif.org/ver10/media/wsdl" => "media",
            _ => "device",
        };
        var token = request.Operation.Elements().Select(e => e.Value).LastOrDefault() ?? "";
        var names = new[] { $"{prefix}.{request.Name}.{token.Replace(' ', '_')}.xml", $"{prefix}.{request.Name}.xml",
            $"{prefix}.{request.Name}.{token}.xml", $"{prefix}.{request.Name}.All.xml" };
        var file = names.Select(n => Path.Combine(folder, n)).FirstOrDefault(File.Exists);
        return file is null ? StubAnswer.Fault(400, "ActionNotSupported") : new StubAnswer(200, Answer(file));
    }

    /// <summary>The answer in a file: some recordings have the exchange before it in the same file.</summary>
    private static string Answer(string file)
    {
        var text = File.ReadAllText(file);
        return text[Math.Max(0, text.LastIndexOf("<?xml", StringComparison.Ordinal))..];
    }

    private static bool IsWellFormed(string file)
    {
        try
        {
            return XDocument.Parse(Answer(file)).Root?.Name.LocalName == "Envelope";
        }
        catch (XmlException)
        {
            return false;
        }
    }

    private static bool Parses(string file)
    {
        try
        {
            var root = CameraXml.Parse(Encoding.UTF8.GetBytes(Answer(file)), file, "a SOAP answer", tolerant: true);
            if (SoapEnvelope.Body(root) is not { } body) return false;
            if (SoapFault.Parse(body) is not null) return true;
            Everything(body.Elements().FirstOrDefault());
            return true;
        }
        catch (CameraException)
        {
            return false;
        }
    }

    /// <summary>Each parser must stand any answer, its own or another's.</summary>
    private static void Everything(XElement? answer)
    {
        if (answer is null) return;
        OnvifTime.ParseCurrent(answer, answer);
        OnvifTime.ParseOptions(answer, answer);
        ClockReading.Offset(answer, DateTimeOffset.UnixEpoch);
        OnvifNetwork.Parse(answer, answer, answer, answer, answer);
        OnvifNetwork.MacAddress(answer);
        OnvifUsers.Parse(answer);
        OnvifEncoderOptions.Parse(answer, "main");
        foreach (var element in answer.DescendantsAndSelf().Take(250))
        {
            OnvifImaging.Edit(element, OnvifImaging.ParseCurrent(element, element), element);
            OnvifMasks.ParseCurrent(element);
            OnvifMasks.ParseOptions(element);
            OnvifOsd.ParseCurrent(element);
            OnvifOsd.ParseOptions(element);
            OnvifVideoSource.ParseRotation(element, element);
            OnvifVideoSource.ParseBounds(element, element);
        }
    }

    private static XElement? Response(string file)
    {
        var root = CameraXml.Parse(Encoding.UTF8.GetBytes(Answer(file)), file, "a SOAP answer", tolerant: true);
        return SoapEnvelope.Body(root)?.Elements().FirstOrDefault();
    }
}
