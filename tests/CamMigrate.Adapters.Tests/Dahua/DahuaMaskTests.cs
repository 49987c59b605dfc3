using CamMigrate.Adapters.Dahua;

namespace CamMigrate.Adapters.Tests.Dahua;

/// <summary>Masks fail closed: what is not said for certain is left to a person.</summary>
[TestFixture]
internal sealed class DahuaMaskTests
{
    private const string Path = "videoSources[1].masks";
    private DahuaDocumentSet set = new();

    private IEnumerable<string> Unread => set.Notes.Unread.Select(u => u.Path);

    [SetUp]
    public void Fresh()
    {
        set = new DahuaDocumentSet();
        set.Add("VideoWidget", "table.VideoWidget[0].TimeTitle.EncodeBlend=true");
    }

    [TestCase(null, true)]
    [TestCase(3, true)]
    [TestCase(0, false)]
    public void Masks_TableThatListsNone_AreNoneOnlyWhereThereIsNoRoom(int? places, bool isUnread)
    {
        var masks = new DahuaMasks(set.Tables, set.Notes).Parse(0, places, isMovable: false);

        Assert.That(masks is null, Is.EqualTo(isUnread));
        Assert.That(Unread.Contains(Path), Is.EqualTo(isUnread));
    }

    [TestCase(null, true)]
    [TestCase(false, false)]
    public void Masks_OfACameraThatMayMove_AreCarriedAndLeftToAPerson(bool? isMovable, bool isUnread)
    {
        set.Add(
            "PrivacyMasking",
            """
            table.PrivacyMasking[0][0].Enable=true
            table.PrivacyMasking[0][0].Rect[0]=0
            table.PrivacyMasking[0][0].Rect[1]=0
            table.PrivacyMasking[0][0].Rect[2]=4096
            table.PrivacyMasking[0][0].Rect[3]=4096
            """);

        var masks = new DahuaMasks(set.Tables, set.Notes).Parse(0, null, isMovable);

        Assert.That(masks!.Value, Has.Length.EqualTo(1));
        Assert.That(Unread.Contains(Path), Is.EqualTo(isUnread));
    }
}
