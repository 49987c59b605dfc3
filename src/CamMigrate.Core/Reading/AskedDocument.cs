using CamMigrate.Core.Ports;

namespace CamMigrate.Core.Reading;

/// <summary>One document of a camera that was asked for, and what came of it.</summary>
public sealed class AskedDocument
{
    private readonly ReadingLedger ledger;

    internal AskedDocument(ReadingLedger ledger, string name, bool isAdvertised)
    {
        this.ledger = ledger;
        Name = name;
        IsAdvertised = isAdvertised;
    }

    /// <summary>Its name as the camera's protocol has it.</summary>
    public string Name { get; }

    /// <summary>Whether the camera itself named it.</summary>
    public bool IsAdvertised { get; }

    /// <summary>What came of it.</summary>
    public DocumentOutcome Outcome { get; private set; } = DocumentOutcome.Unread;

    /// <summary>Why it did not come; null = it came, or the camera does not have it.</summary>
    public string? Reason { get; private set; }

    internal AnswerNode? Root { get; private set; }

    /// <summary>It came: from now on each of its values has a fate.</summary>
    /// <param name="root">What it says.</param>
    /// <returns><paramref name="root"/>.</returns>
    /// <exception cref="Errors.CameraException">There are more values than any camera has.</exception>
    public AnswerNode Answer(AnswerNode root)
    {
        ArgumentNullException.ThrowIfNull(root);
        ledger.Register(this, root);
        (Root, Outcome, Reason) = (root, DocumentOutcome.Answered, null);
        return root;
    }

    /// <summary>The camera does not have it.</summary>
    public void Refuse() => (Outcome, Reason) = (DocumentOutcome.Refused, null);

    /// <summary>It could not be read.</summary>
    /// <param name="reason">Why, as a sentence.</param>
    public void Fail(string reason) => (Outcome, Reason) = (DocumentOutcome.Unread, reason);
}
