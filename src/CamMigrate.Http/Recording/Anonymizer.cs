using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;
using CamMigrate.Core.Reading;

namespace CamMigrate.Http.Recording;

/// <summary>
/// Takes out of answers what tells whose camera it is: value by value, byte for byte the same otherwise. All answers
/// are looked through first, so that a serial number found in one is replaced inside the model string of another.
/// </summary>
internal sealed partial class Anonymizer
{
    /// <summary>What stands where a secret was.</summary>
    internal const string Mark = "***";

    private const string BareMark = "0";

    // No setting is so long; a certificate, a log or an attack is.
    private const int LongestValue = 16_384;
    private readonly Originals originals = new();
    private readonly HashSet<string> models = new(StringComparer.Ordinal);
    private readonly HashSet<(string Text, OriginalKind Kind)> seen = [];
    private readonly HashSet<string> words = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Originals and their stand-ins.</summary>
    internal IEnumerable<KeyValuePair<string, string>> StandIns => originals.StandIns;

    /// <summary>Notes something known from elsewhere: the address that was dialled, the login.</summary>
    internal void Know(string text, OriginalKind kind) => seen.Add((text, kind));

    /// <summary>Notes a model: it may stay, in front of a serial number too.</summary>
    internal void KnowModel(string model) => models.Add(model);

    /// <summary>Looks through an answer for what has to go.</summary>
    /// <param name="text">The answer, one character a byte.</param>
    /// <param name="leaves">Its values.</param>
    internal void Learn(string text, ImmutableArray<RecordedLeaf> leaves)
    {
        foreach (var leaf in leaves)
        {
            words.Add(leaf.Name);
            words.Add(leaf.Parent);
            var value = LeafText.Meaning(text.Substring(leaf.Start, leaf.Length), leaf.Form);
            if (leaf.Name.Contains("model", StringComparison.OrdinalIgnoreCase)
                || leaf.Name is "DeviceType" or "deviceType")
                models.Add(value);
            if (KindOf(leaf, value) is { } kind and not OriginalKind.Secret) seen.Add((value, kind));
            else if (leaf.Length <= LongestValue && !Vocabulary.IsVersion(leaf.Name))
                seen.UnionWith(Patterns.In(value));
        }
    }

    /// <summary>Ends the looking.</summary>
    internal void Close()
    {
        // A factory calls a camera by its model, which tells nobody's camera.
        foreach (var (text, kind) in seen.Where(s => s.Kind != OriginalKind.Name || !models.Contains(s.Text)))
            originals.Add(Telling(text, kind), kind, kind == OriginalKind.Name && words.Contains(text));
        originals.Close();
    }

    /// <summary>An answer with stand-ins.</summary>
    /// <param name="text">The answer.</param>
    /// <param name="leaves">Its values.</param>
    /// <returns>Null where something would remain outside its values: such an answer is not to be kept.</returns>
    internal string? Replace(string text, ImmutableArray<RecordedLeaf> leaves)
    {
        if (originals.IsFull) return null;
        var result = new StringBuilder(text.Length);
        var at = 0;
        foreach (var leaf in leaves)
        {
            result.Append(text, at, leaf.Start - at).Append(StandIn(leaf, text.Substring(leaf.Start, leaf.Length)));
            at = leaf.Start + leaf.Length;
        }

        var replaced = result.Append(text, at, text.Length - at).ToString();
        return originals.Occurs(replaced) ? null : replaced;
    }

    /// <summary>A short text, as a path or a model, with stand-ins.</summary>
    internal string Replace(string text)
    {
        var replaced = WithoutLogin(originals.Replaced(LeafText.Utf8(text)));
        return SecretLeaves.HoldsLogin(replaced) ? SecretLeaves.WithoutParameters(replaced) : replaced;
    }

    private string StandIn(RecordedLeaf leaf, string wire)
    {
        var value = LeafText.Meaning(wire, leaf.Form);
        if (KindOf(leaf, value) is not { } kind) return Checked(leaf, WithoutLogin(originals.Replaced(wire)));
        if (kind == OriginalKind.Secret) return leaf.Form == LeafForm.JsonBare ? BareMark : Mark;
        var telling = Telling(value, kind);
        var made = originals.StandInOf(telling, kind);
        return made is null ? Checked(leaf, originals.Replaced(wire)) : LeafText.Utf8(value[..^telling.Length]) + made;
    }

    /// <summary>A value in which nothing of an original is left, in disguise neither; else the mark.</summary>
    private string Checked(RecordedLeaf leaf, string replaced)
    {
        if (leaf.Form == LeafForm.JsonBare) return replaced;
        var meaning = LeafText.Meaning(replaced, leaf.Form);
        return SecretLeaves.HoldsLogin(meaning) || Disguise.Views(meaning).Any(originals.Occurs) ? Mark : replaced;
    }

    private static OriginalKind? KindOf(RecordedLeaf leaf, string value)
    {
        if (leaf.Length > LongestValue) return OriginalKind.Secret;
        if (leaf.Form == LeafForm.JsonBare
            && (value is "true" or "false" or "null" || !leaf.Name.Contains("session", StringComparison.Ordinal)))
            return null;
        if (Patterns.BareMac(leaf.Name, value) is not null) return OriginalKind.Mac;
        var kind = Vocabulary.KindOf(leaf.Name, leaf.Parent, value, leaf.Form == LeafForm.Xml);
        // What has a form of its own goes by that.
        return kind is OriginalKind.Secret or null || !Patterns.In(value).Any(p => p.Text == value) ? kind : null;
    }

    /// <summary>A serial number often begins with the model, which may stay.</summary>
    private string Telling(string value, OriginalKind kind)
    {
        if (kind != OriginalKind.Serial) return value;
        var model = models.Where(
            m => m.Length > 2 && value.Length - m.Length > 4 && value.StartsWith(m, StringComparison.Ordinal))
            .MaxBy(m => m.Length);
        return model is null ? value : value[model.Length..];
    }

    private static string WithoutLogin(string wire) =>
        wire.Contains('@', StringComparison.Ordinal) ? Login().Replace(wire, "://" + Mark + "@") : wire;

    [GeneratedRegex(@"://[^/?#\s@]{1,400}@", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Login();
}
