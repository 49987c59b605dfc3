using System.Xml.Linq;
using CamMigrate.Adapters.Hikvision;
using CamMigrate.Core.Reading;
using CamMigrate.Http;

namespace CamMigrate.Adapters.Tests.Hikvision;

/// <summary>One document in a ledger of its own.</summary>
internal sealed class Documents
{
    private HikvisionArming? arming;

    public ReadingLedger Ledger { get; } = new();

    public ReadingNotes Notes { get; } = new();

    public AnswerNode Add(string xml, string path = "Doc") =>
        Ledger.Ask(path, isAdvertised: false).Answer(AnswerXml.Tree(XElement.Parse(xml)));

    public IEnumerable<string> NotCarried => Ledger.NotCarried().Select(n => n.Path);

    /// <summary>Channel 1, of which nothing is told.</summary>
    public HikvisionEvents Events() => new(1, Arming, Linkage);

    public HikvisionSchedules Schedules { get; } = new();

    public HikvisionLinkage Linkage { get; } = new();

    public HikvisionArming Arming => arming ??= new HikvisionArming(Schedules, Notes);
}
