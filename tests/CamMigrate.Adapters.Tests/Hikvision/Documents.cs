using System.Xml.Linq;
using CamMigrate.Adapters.Hikvision.Isapi;

namespace CamMigrate.Adapters.Tests.Hikvision;

/// <summary>One document in a ledger of its own.</summary>
internal sealed class Documents
{
    public LeafLedger Ledger { get; } = new();

    public ReadingNotes Notes { get; } = new();

    public IsapiNode Add(string xml, string path = "Doc") => Ledger.Register(path, XElement.Parse(xml));

    public IEnumerable<string> NotCarried => Ledger.NotCarried().Select(n => n.Path);
}
