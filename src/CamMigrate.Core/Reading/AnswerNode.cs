namespace CamMigrate.Core.Reading;

/// <summary>
/// One value or group of values in a camera's answer, whatever it was written in: XML, <c>key=value</c> lines or JSON.
/// It knows its own fate: who takes the value thereby carries it.
/// </summary>
public sealed class AnswerNode
{
    private const int LongestStep = 100;
    private const int LongestPlace = 400;
    // Most nodes are values: two hundred cameras at once have a million of them.
    private List<AnswerNode>? children;

    /// <summary>Makes a node; <see cref="Add"/> puts it into its place.</summary>
    /// <param name="name">Its name without decoration: <c>Region</c>, <c>0</c>, <c>@token</c>.</param>
    /// <param name="value">Its value; white space around it is cut, and nothing left is null.</param>
    /// <param name="step">
    /// What it adds to the path of its parent: <c>/Region[2]</c>, <c>.Video</c>, <c>[0]</c>; empty for a root.
    /// </param>
    public AnswerNode(string name, string? value = null, string step = "")
    {
        Name = SharedWords.Of(name);
        Step = SharedWords.Of(Short(step, LongestStep));
        Value = value?.Trim() is { Length: > 0 } text ? text : null;
    }

    /// <summary>Name without decoration.</summary>
    public string Name { get; }

    /// <summary>The value, at least one character; null = a group, or a value that holds nothing.</summary>
    public string? Value { get; }

    /// <summary>What stands below it, in the order of the answer.</summary>
    public IReadOnlyList<AnswerNode> Children => children ?? (IReadOnlyList<AnswerNode>)[];

    /// <summary>Whether it is a value that must be accounted for.</summary>
    public bool IsLeaf => children is null || Value is not null;

    /// <summary>What it stands in; null = it is the root.</summary>
    public AnswerNode? Parent { get; private set; }

    internal string Step { get; }

    internal bool IsCarried { get; set; }

    /// <summary>Whether its value may hold a secret, whatever it is called.</summary>
    internal bool IsHidden { get; set; }

    /// <summary>The rule by which it is left out; null = none.</summary>
    internal string? Rule { get; set; }

    /// <summary>
    /// Why it is not carried, where there is a better reason than having no place; null = there is none.
    /// </summary>
    internal string? Reason { get; set; }

    /// <summary>Puts a node below this one.</summary>
    /// <param name="child">A node that stands nowhere yet.</param>
    /// <returns>The child.</returns>
    public AnswerNode Add(AnswerNode child)
    {
        ArgumentNullException.ThrowIfNull(child);
        child.Parent = this;
        (children ??= []).Add(child);
        return child;
    }

    /// <summary>This node and all below it, in the order of the answer.</summary>
    public IEnumerable<AnswerNode> DescendantsAndSelf()
    {
        var waiting = new Stack<AnswerNode>([this]);
        while (waiting.TryPop(out var node))
        {
            yield return node;
            for (var i = node.Children.Count - 1; i >= 0; i--) waiting.Push(node.Children[i]);
        }
    }

    /// <summary>The values of this node and below it.</summary>
    public IEnumerable<AnswerNode> Leaves() => DescendantsAndSelf().Where(n => n.IsLeaf);

    /// <summary>Where it stands below the root of its document; of what no camera calls anything, the middle is cut.
    /// </summary>
    public string Place()
    {
        var steps = new Stack<string>();
        for (var node = this; node is not null; node = node.Parent) steps.Push(node.Step);
        return Short(string.Concat(steps), LongestPlace);
    }

    // One name stands in the path of every value below it.
    private static string Short(string text, int longest) =>
        text.Length <= longest ? text : $"{text[..(longest / 2)]}...{text[^((longest / 2) - 3)..]}";
}
