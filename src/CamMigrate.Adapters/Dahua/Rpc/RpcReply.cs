using System.Text.Json;

namespace CamMigrate.Adapters.Dahua.Rpc;

/// <summary>What a device answered to one call.</summary>
internal sealed record RpcReply
{
    // Not there: method, interface, data; a request of a shape that this firmware does not know.
    private static readonly long[] Missing = [268_894_209, 268_894_210, 268_632_064, 285_409_284];

    private static readonly long[] Sessions = [287_637_504, 287_637_505];

    /// <summary>Whether it did what it was asked; an object handle counts as yes.</summary>
    internal required bool IsResult { get; init; }

    /// <summary>Its values; undefined where there are none.</summary>
    internal JsonElement Params { get; init; }

    /// <summary>The number of its refusal; null = none.</summary>
    internal long? Error { get; init; }

    /// <summary>The session, a number or a text, to be sent back as it came; undefined where there is none.</summary>
    internal JsonElement Session { get; init; }

    /// <summary>Whether it says that it has no such thing.</summary>
    internal bool IsMissing => !IsResult && (Error is null || Missing.Contains(Error.Value));

    /// <summary>Whether the session has ended.</summary>
    internal bool IsSessionLost => Error is { } error && Sessions.Contains(error);

    /// <summary>Reads it; null = it is none.</summary>
    internal static RpcReply? Parse(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var document = JsonDocument.Parse(body, new JsonDocumentOptions { MaxDepth = 32 });
            var root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("result", out var result)) return null;
            return new RpcReply
            {
                IsResult = result.ValueKind is JsonValueKind.True
                    || (result.ValueKind == JsonValueKind.Number && result.TryGetInt64(out var handle) && handle != 0),
                Params = root.TryGetProperty("params", out var values) ? values.Clone() : default,
                Error = root.TryGetProperty("error", out var error) && error.ValueKind == JsonValueKind.Object
                    && error.TryGetProperty("code", out var code) && code.TryGetInt64(out var number) ? number : null,
                Session = root.TryGetProperty("session", out var session) ? session.Clone() : default,
            };
        }
        catch (JsonException)
        {
            return null;
        }
        catch (InvalidOperationException)
        {
            return null; // a number where an object was to be
        }
    }

    /// <summary>A text among the values; null = there is none.</summary>
    internal string? Text(string name) =>
        Params.ValueKind == JsonValueKind.Object && Params.TryGetProperty(name, out var value)
        && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
