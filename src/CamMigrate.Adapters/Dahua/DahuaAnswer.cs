using CamMigrate.Core.Reading;

namespace CamMigrate.Adapters.Dahua;

/// <summary>What came of asking for a document: its values, or a refusal, or a failure.</summary>
/// <param name="Document">Its name, <c>Encode</c> or <c>magicBox.getSystemInfo</c>.</param>
internal sealed record DahuaAnswer(string Document)
{
    /// <summary>Its values; null = none came.</summary>
    internal AnswerNode? Root { get; init; }

    /// <summary>The camera says that it has no such thing, or will not show it.</summary>
    internal bool IsRefused { get; init; }

    /// <summary>Refused as a page that is not there: the device may not serve this protocol at all.</summary>
    internal bool IsMissing { get; init; }

    /// <summary>Refused in words that may also mean that the login lacks the right.</summary>
    internal bool IsDenied { get; init; }

    /// <summary>Whether its letters are a guess: they are no UTF-8.</summary>
    internal bool IsGuessed { get; init; }

    /// <summary>Why it failed, as a sentence; null = it did not.</summary>
    internal string? Reason { get; init; }
}
