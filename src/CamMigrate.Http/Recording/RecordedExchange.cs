namespace CamMigrate.Http.Recording;

/// <summary>One request and its answer, as they are kept.</summary>
internal sealed record RecordedExchange
{
    /// <summary>HTTP method.</summary>
    public required string Method { get; init; }

    /// <summary>Path and query.</summary>
    public required string Target { get; init; }

    /// <summary>
    /// What a body asks for: the SOAP operation with its namespace, the RPC method; null = the target says it.
    /// </summary>
    public string? Operation { get; init; }

    /// <summary>The operation's arguments; null = there is no body.</summary>
    public string? Arguments { get; init; }

    /// <summary>HTTP status; 0 = no answer came.</summary>
    public int Status { get; init; }

    /// <summary>Content type as sent; null = none.</summary>
    public string? ContentType { get; init; }

    /// <summary>The answer's file, relative; null = it was empty.</summary>
    public string? File { get; init; }

    /// <summary>What makes two requests the same.</summary>
    internal string Key => $"{Method} {Target} {Operation} {Arguments}";
}
