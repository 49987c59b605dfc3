namespace CamMigrate.Http;

/// <summary>One request to a camera.</summary>
/// <param name="Method">HTTP method.</param>
/// <param name="Path">Path and query, beginning with a slash.</param>
public sealed record CameraRequest(HttpMethod Method, string Path)
{
    /// <summary>Body; null = none.</summary>
    public ReadOnlyMemory<byte>? Body { get; init; }

    /// <summary>Content type of the body, parameters included.</summary>
    public string? ContentType { get; init; }

    /// <summary>True: no login is sent, and a 401 is an answer like any other.</summary>
    public bool Anonymous { get; init; }

    /// <summary>
    /// Whether it may change the camera; such a request is never sent twice. Anything but GET is taken to be one.
    /// </summary>
    public bool IsWrite { get; init; } = Method != HttpMethod.Get;

    /// <summary>Longest answer accepted, bytes; null = the session's.</summary>
    public int? MaxBody { get; init; }

    /// <summary>Time for the whole exchange; null = the session's.</summary>
    public TimeSpan? Timeout { get; init; }

    /// <summary>Cookies to send, <c>name=value</c>; null = none. A session keeps none by itself.</summary>
    public string? Cookie { get; init; }

    /// <summary>
    /// What it is called in messages, where the path does not tell: <c>tds:GetServices</c>; null = the path.
    /// </summary>
    public string? Name { get; init; }
}
