using System.Collections.Immutable;
using CamMigrate.Core.Errors;
using CamMigrate.Core.Ports;
using CamMigrate.Core.Profiles;

namespace CamMigrate.Core.Reading;

/// <summary>
/// Accounts for every document that was asked for and every value that came: carried, ignored by a named rule, or else
/// listed as not carried.
/// </summary>
/// <remarks>
/// A value is carried because a parser took it; nobody has to remember to list what was left. Documents stand in the
/// order in which they were asked, whatever order the answers come in. Safe for several requests at once.
/// </remarks>
public sealed class ReadingLedger
{
    private const string NoPlace = "no vendor-neutral setting";
    private const int MaxLeaves = 200_000;
    private const int LongestValue = 256;
    // A profile lists no more, so that it stays a file that is read back: longer than what any camera left so far.
    private const int MostListed = 20_000;
    private const int MostListedText = 3 << 20;
    private const int EscapedLength = 6;
    private readonly Lock guard = new();
    private readonly List<AskedDocument> documents = [];
    private int leaves;

    /// <summary>Documents so far.</summary>
    public DocumentCounts Documents
    {
        get
        {
            var all = All();
            return new DocumentCounts(
                all.Count(d => d.IsAdvertised), all.Length, Count(all, DocumentOutcome.Answered),
                Count(all, DocumentOutcome.Refused), Count(all, DocumentOutcome.Unread));
        }
    }

    /// <summary>Values so far.</summary>
    public LeafCounts Leaves
    {
        get
        {
            var all = Values().Select(v => v.Leaf).ToList();
            var carried = all.Count(l => l.IsCarried);
            var ignored = all.Count(l => l.Rule is not null);
            return new LeafCounts(all.Count, carried, ignored, all.Count - carried - ignored);
        }
    }

    /// <summary>Notes that a document is asked for.</summary>
    /// <param name="document">Its name as the camera's protocol has it: <c>System/time</c>, <c>Encode</c>.</param>
    /// <param name="isAdvertised">Whether the camera itself named it.</param>
    public AskedDocument Ask(string document, bool isAdvertised)
    {
        var asked = new AskedDocument(this, document, isAdvertised);
        lock (guard) documents.Add(asked);
        return asked;
    }

    /// <summary>What came of every document.</summary>
    public ImmutableArray<DocumentFate> DocumentFates() =>
        [.. All().Select(d => new DocumentFate(d.Name, d.IsAdvertised, d.Outcome, d.Reason))];

    /// <summary>What became of every value.</summary>
    public ImmutableArray<LeafFate> Fates() => [.. Values().Select(v => Fate(v.Document, v.Leaf))];

    /// <summary>The path of the last item of <see cref="NotCarried"/> where not all of them are listed.</summary>
    public const string NotListed = "(others)";

    /// <summary>
    /// The values that are neither carried nor ignored. Of more than a profile has room for, the last item tells the
    /// number; <see cref="Fates"/> has each.
    /// </summary>
    public ImmutableArray<NotCarriedItem> NotCarried()
    {
        var items = ImmutableArray.CreateBuilder<NotCarriedItem>();
        var (text, more) = (0, 0);
        foreach (var (document, leaf) in Values().Where(v => v.Leaf is { IsCarried: false, Rule: null }))
        {
            if (items.Count == MostListed || text > MostListedText)
            {
                more++;
                continue;
            }

            var fate = Fate(document, leaf);
            items.Add(new NotCarriedItem { Path = fate.Path, Value = fate.Value, Reason = fate.Why! });
            text += Written(fate.Path) + Written(fate.Value) + Written(fate.Why);
        }

        if (more > 0) items.Add(Others(more));
        return items.ToImmutable();
    }

    internal void Register(AskedDocument document, AnswerNode root)
    {
        var count = 0;
        foreach (var leaf in root.Leaves())
        {
            count++;
            if (leaf.Value is null) leaf.Rule = IgnoreRule.Empty;
        }

        lock (guard) leaves += count;
        if (leaves > MaxLeaves)
        {
            throw new CameraException(
                CameraError.BadResponse, document.Name, "the documents hold more values than any camera has. Is this a camera?");
        }
    }

    private static int Count(ImmutableArray<AskedDocument> documents, DocumentOutcome outcome) => documents.Count(d => d.Outcome == outcome);

    private static NotCarriedItem Others(int count) => new()
    {
        Path = NotListed,
        Reason = FormattableString.Invariant(
            $"{count} more values are not carried; a profile has no room for so many. --explain lists each."),
    };

    private static int Written(string? text) =>
        text?.Sum(c => char.IsAscii(c) && !char.IsControl(c) ? 1 : EscapedLength) ?? 0;

    private static LeafFate Fate(AskedDocument document, AnswerNode leaf)
    {
        var secret = leaf.IsHidden || SecretLeaves.IsSecret(leaf.Name) || SecretLeaves.HoldsLogin(leaf.Value);
        var value = secret || leaf.Value is null ? null
            : SecretLeaves.WithoutParameters(
                leaf.Value.Length > LongestValue ? leaf.Value[..LongestValue] + "..." : leaf.Value);
        var path = (document.Name + leaf.Place()).TrimEnd('/');
        if (leaf.IsCarried) return new LeafFate(path, value, LeafOutcome.Carried, null);
        if (leaf.Rule is not null) return new LeafFate(path, value, LeafOutcome.Ignored, leaf.Rule);
        return new LeafFate(
            path, value, LeafOutcome.NotCarried, secret ? "a secret: it is never read into a profile" : leaf.Reason ?? NoPlace);
    }

    private ImmutableArray<AskedDocument> All()
    {
        lock (guard) return [.. documents];
    }

    private IEnumerable<(AskedDocument Document, AnswerNode Leaf)> Values() =>
        All().SelectMany(d => d.Root?.Leaves().Select(l => (d, l)) ?? []);
}
