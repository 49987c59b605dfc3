using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace CamMigrate.Core.Profiles.Yaml;

/// <summary>Reads one YAML document within bounds, without anchors, tags and surprises.</summary>
internal sealed class YamlReader
{
    private readonly Parser parser;
    private readonly ProblemList problems;
    private int values;

    private YamlReader(string text, ProblemList problems)
    {
        parser = new Parser(new StringReader(text));
        this.problems = problems;
    }

    /// <summary>
    /// The document's mapping; null when it cannot be read, and then there is a problem that says why.
    /// </summary>
    /// <param name="text">The file.</param>
    /// <param name="problems">Where problems go.</param>
    public static YamlMapping? Read(string text, ProblemList problems)
    {
        var reader = new YamlReader(text, problems);
        try
        {
            return reader.ReadDocument();
        }
        catch (YamlException e)
        {
            // The library adds the place in its own words; ours stands in front.
            problems.Add("", Place(e.Start), $"this is not YAML: {YamlText.Show(e.Message)}.");
            return null;
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException or IndexOutOfRangeException)
        {
            // The library's scanner ends so on some broken texts, such as a bracket that is open at the end of the
            // file.
            problems.Add(
                "", Place(reader.parser.Current?.End ?? Mark.Empty),
                "this is not YAML from here on: is a bracket or quote left open?");
            return null;
        }
        catch (BoundExceededException e)
        {
            problems.Add("", e.Place, e.Message);
            return null;
        }
    }

    private YamlMapping? ReadDocument()
    {
        parser.Consume<StreamStart>();
        if (parser.Accept<StreamEnd>(out _))
        {
            problems.Add("", new YamlPlace(1, 1), "the file is empty.");
            return null;
        }

        parser.Consume<DocumentStart>();
        var root = ReadValue(1);
        parser.Consume<DocumentEnd>();
        if (parser.TryConsume<DocumentStart>(out var second))
            throw new BoundExceededException(
                Place(second.Start), "a file holds one profile: put the second document into a file of its own.");
        if (root is YamlMapping mapping) return mapping;
        problems.Add("", root.Place, "a profile is a mapping: it begins with 'schemaVersion: 1'.");
        return null;
    }

    private YamlValue ReadValue(int depth)
    {
        var current = parser.Current ?? throw new YamlException("the document ends too early");
        var place = Place(current.Start);
        if (++values > YamlLimits.Values)
            throw new BoundExceededException(place, Text($"more than {YamlLimits.Values} values."));
        if (depth > YamlLimits.Depth)
            throw new BoundExceededException(place, Text($"more than {YamlLimits.Depth} levels within each other."));
        RefuseIndirection(current, place);
        if (parser.TryConsume<Scalar>(out var scalar)) return ReadScalar(scalar, place);
        if (parser.TryConsume<SequenceStart>(out _)) return ReadSequence(place, depth);
        if (parser.TryConsume<MappingStart>(out _)) return ReadMapping(place, depth);
        throw new YamlException(current.Start, current.End, "a value was expected");
    }

    private static void RefuseIndirection(ParsingEvent current, YamlPlace place)
    {
        if (current is AnchorAlias or NodeEvent { Anchor.IsEmpty: false })
            throw new BoundExceededException(
                place, "anchors and aliases (& and *) are not read: write the value out, or use an overlay.");
        if (current is NodeEvent { Tag.IsEmpty: false } node)
            throw new BoundExceededException(place, $"tags are not read: remove {YamlText.Show(node.Tag.ToString())}.");
    }

    private YamlSequence ReadSequence(YamlPlace place, int depth)
    {
        var items = new List<YamlValue>();
        while (!parser.TryConsume<SequenceEnd>(out _)) items.Add(ReadValue(depth + 1));
        return new YamlSequence(place, items);
    }

    private YamlMapping ReadMapping(YamlPlace place, int depth)
    {
        var entries = new List<YamlEntry>();
        var lines = new Dictionary<string, int>(StringComparer.Ordinal);
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            var key = ReadValue(depth + 1);
            var value = ReadValue(depth + 1);
            if (key is not YamlScalar { Text: var name } || name.Length > YamlLimits.Key)
                problems.Add("", key.Place, Text($"a key is a word of at most {YamlLimits.Key} characters."));
            else if (!lines.TryAdd(name, key.Place.Line))
                problems.Add(
                    "", key.Place,
                    Text($"the key {YamlText.Show(name)} stands twice, first in line {lines[name]}: keep one."));
            else
                entries.Add(new YamlEntry(name, key.Place, value));
        }

        return new YamlMapping(place, entries);
    }

    private static YamlScalar ReadScalar(Scalar scalar, YamlPlace place)
    {
        if (scalar.Value.Length > YamlLimits.Text)
            throw new BoundExceededException(place, Text($"a text of more than {YamlLimits.Text} characters."));
        var value = YamlScalars.Resolve(scalar.Value, scalar.Style == ScalarStyle.Plain, out var problem);
        return new YamlScalar(place, scalar.Value, value, problem);
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static YamlPlace Place(Mark mark) => new((int)mark.Line, (int)mark.Column);

    /// <summary>Reading on would only make it worse.</summary>
    private sealed class BoundExceededException(YamlPlace place, string message) : Exception(message)
    {
        public YamlPlace Place => place;
    }
}
