using System.Text;
using CamMigrate.Adapters.Tests.Contract;
using CamMigrate.Core.Ports;
using CamMigrate.Http;
using CamMigrate.Onvif.Soap;
using CamMigrate.Testing;

namespace CamMigrate.Onvif.Tests.Legacy;

/// <summary>Recorded devices of many makers, read as old cameras.</summary>
public sealed class RecordedOldCameraTests
{
    // Answers written as templates of a test server, with placeholders where XML would be.
    private const string Templated = "agsh-mockup";

    // Nobody recorded masks, and one maker writes its cells under another name.
    private static readonly string[] Understood = [".masks", ".motionDetection.cells"];

    [TestCaseSource(typeof(Captures), nameof(Captures.Onvif))]
    public async Task Device_Recorded_IsReadAndAccountedFor(string folder)
    {
        if (Path.GetFileName(folder) == Templated) Assert.Ignore("templates, no recording");
        await using var camera = await SimulatedCamera.FromRecordingAsync(folder);

        var report = await ReaderContract.HoldsAsync(camera, Old.Source());

        var streams = (report.Profile.VideoSources ?? []).SelectMany(s => s.VideoEncoders ?? []).Count();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(streams, Is.EqualTo(Encoders(folder)), "exactly the recorded streams");
            Assert.That(report.Profile.Source!.Model, Is.Not.Empty);
            Assert.That(
                report.Findings.Where(f => f.Severity == FindingSeverity.Error && !Understood.Any(f.Path.EndsWith)), Is.Empty);
        }
    }

    private static int Encoders(string folder)
    {
        var file = Path.Combine(folder, "media.GetProfiles.xml");
        var text = File.ReadAllText(file);
        var bytes = Encoding.UTF8.GetBytes(text[Math.Max(0, text.LastIndexOf("<?xml", StringComparison.Ordinal))..]);
        var root = CameraXml.Parse(bytes, file, "a SOAP answer", tolerant: true);
        return SoapEnvelope.Body(root)?.Elements().FirstOrDefault().Items("Profiles")
            .Select(p => p.At("VideoEncoderConfiguration").Token()).Where(t => t.Length > 0)
            .Distinct(StringComparer.Ordinal).Count() ?? 0;
    }
}
