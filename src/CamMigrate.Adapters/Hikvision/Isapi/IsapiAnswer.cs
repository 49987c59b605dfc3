using CamMigrate.Core.Reading;

namespace CamMigrate.Adapters.Hikvision.Isapi;

/// <summary>What came of asking for a document: the document, or a refusal, or a failure.</summary>
/// <param name="Path">Path of the document below <c>/ISAPI/</c>.</param>
internal sealed record IsapiAnswer(string Path)
{
    /// <summary>Root of the document; null = it did not come.</summary>
    internal AnswerNode? Root { get; init; }

    /// <summary>Whether the camera does not have it.</summary>
    internal bool IsRefused { get; init; }

    /// <summary>
    /// Whether it was refused with 403 and the word <c>notSupport</c>: proof that there is nothing to read.
    /// </summary>
    internal bool IsDenied { get; init; }

    /// <summary>Whether it was answered with 200 and nothing, as a rebrand with another prefix does.</summary>
    internal bool IsEmpty { get; init; }

    /// <summary>Why it did not come, as a sentence; null = it came.</summary>
    internal string? Reason { get; init; }
}
