namespace CamMigrate.Http.Recording;

/// <summary>How the characters of a value are written.</summary>
internal enum LeafForm
{
    /// <summary>As they are.</summary>
    Plain,

    /// <summary>With XML's entities.</summary>
    Xml,

    /// <summary>A JSON string, with its escapes.</summary>
    JsonString,

    /// <summary>A JSON number or word.</summary>
    JsonBare,
}

/// <summary>
/// Where one value stands in an answer that is looked at byte by byte (Latin-1: one character is one byte).
/// </summary>
/// <param name="Start">Its first byte.</param>
/// <param name="Length">Its bytes.</param>
/// <param name="Name">What it is called: element, attribute or key, without prefix, path and index.</param>
/// <param name="Parent">What it stands in; empty = nothing.</param>
/// <param name="Form">How its characters are written.</param>
internal readonly record struct RecordedLeaf(int Start, int Length, string Name, string Parent, LeafForm Form);
