using System.Globalization;
using CamMigrate.Core.Reading;

namespace CamMigrate.Adapters.Dahua;

/// <summary>The tables that came, and what was said of the others.</summary>
internal sealed class DahuaTables
{
    private readonly Dictionary<string, DahuaAnswer> answers = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>A table; null = it did not come.</summary>
    internal AnswerNode? this[string name] => answers.GetValueOrDefault(name)?.Root;

    internal void Add(DahuaAnswer answer) => answers[answer.Document] = answer;

    /// <summary>What came of asking for a table; one that was not asked for counts as refused.</summary>
    internal DahuaAnswer Answer(string name) =>
        answers.GetValueOrDefault(name) ?? new DahuaAnswer(name) { IsRefused = true };

    /// <summary>The part of a table that belongs to a channel.</summary>
    /// <param name="name">The table.</param>
    /// <param name="channel">Channel from 0.</param>
    internal AnswerNode? Of(string name, int channel) => this[name].Row(channel);

    /// <summary>The settings of a table that has a row for each profile of a channel.</summary>
    internal AnswerNode? Of(string name, int channel, int profile) => Of(name, channel).Row(profile);
}

/// <summary>Walking through tables.</summary>
internal static class DahuaTableReading
{
    /// <summary>An element of an array; null = there is none.</summary>
    internal static AnswerNode? Row(this AnswerNode? node, int index) =>
        node.At(index.ToString(CultureInfo.InvariantCulture));

    /// <summary>The texts of an array, looked at but not taken.</summary>
    internal static IEnumerable<string> Words(this AnswerNode? array) =>
        array.Items().Select(i => i.Node.Peek()).OfType<string>();

    /// <summary>Takes every value of an array.</summary>
    internal static void TakenAll(this AnswerNode? array)
    {
        foreach (var (_, node) in array.Items()) node.Taken();
    }

    /// <summary>Leaves each value of an array out by a rule.</summary>
    internal static void IgnoreAll(this AnswerNode? array, string rule)
    {
        foreach (var (_, node) in array.Items()) node.Ignore(rule);
    }

    /// <summary>Says of each value of an array why it is not carried.</summary>
    internal static void BecauseAll(this AnswerNode? array, string reason)
    {
        foreach (var leaf in array?.Leaves() ?? []) leaf.Because(reason);
    }
}
