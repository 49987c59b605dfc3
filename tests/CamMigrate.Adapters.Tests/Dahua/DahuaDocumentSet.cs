using System.Text;
using CamMigrate.Adapters.Dahua;
using CamMigrate.Adapters.Dahua.Cgi;
using CamMigrate.Core.Reading;

namespace CamMigrate.Adapters.Tests.Dahua;

/// <summary>Tables in a ledger of their own, from the lines of CGI.</summary>
internal sealed class DahuaDocumentSet
{
    public ReadingLedger Ledger { get; } = new();

    public ReadingNotes Notes { get; } = new();

    public DahuaSchedules Schedules { get; } = new();

    public DahuaTables Tables { get; } = new();

    public IEnumerable<string> NotCarried => Ledger.NotCarried().Select(n => n.Path);

    public static AnswerNode Tree(string name, string text)
    {
        var values = CgiTable.Parse(CgiText.Lines(Encoding.UTF8.GetBytes(text), out _), "table", "test");
        return (values.Find(name) ?? values).Tree(name);
    }

    public AnswerNode Add(string name, string text)
    {
        var root = Ledger.Ask(name, isAdvertised: false).Answer(Tree(name, text));
        Tables.Add(new DahuaAnswer(name) { Root = root });
        return root;
    }
}
