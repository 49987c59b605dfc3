using System.Collections.Immutable;

namespace CamMigrate.Http;

/// <summary>A whole answer of a camera.</summary>
public sealed record CameraResponse
{
    /// <summary>HTTP status.</summary>
    public required int Status { get; init; }

    /// <summary>Content type as sent; null = none.</summary>
    public string? ContentType { get; init; }

    /// <summary>Body, not longer than allowed.</summary>
    public required byte[] Body { get; init; }

    /// <summary>Header values by name, content headers included.</summary>
    public required ILookup<string, string> Headers { get; init; }

    /// <summary>Camera and request, for messages: <c>192.0.2.31: GET /ISAPI/System/time</c>.</summary>
    public required string Request { get; init; }

    /// <summary>The logins that a 401 asks for.</summary>
    public ImmutableArray<AuthChallenge> Challenges { get; init; } = [];

    /// <summary>Whether the status is 2xx.</summary>
    public bool IsSuccess => Status is >= 200 and < 300;
}
