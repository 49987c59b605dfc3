using System.Text.Json;
using CamMigrate.Core.Errors;
using CamMigrate.Core.Reading;
using CamMigrate.Http;

namespace CamMigrate.Adapters.Dahua.Cgi;

/// <summary>Asks one document after another over <c>/cgi-bin</c>, and tells a refusal from a failure.</summary>
internal sealed class CgiClient(CameraHttp http)
{
    internal const string Folder = "/cgi-bin/";
    internal const string AllTables = "configManager.cgi?action=getConfig&name=All";

    // More than the largest recorder has to say.
    private const long MostBytes = 48 << 20;
    private long bytes;

    /// <summary>Asks for a table of <c>configManager</c>.</summary>
    internal async Task<DahuaAnswer> TableAsync(string name, CancellationToken cancellationToken)
    {
        var path = "configManager.cgi?action=getConfig&name=" + Uri.EscapeDataString(name);
        var (answer, values) = await AskAsync(name, path, "table", cancellationToken);
        if (values is null) return answer;
        var own = values.Find(name);
        // A device may answer with another table than the one that was asked for; nothing of it is lost.
        return answer with { Root = own is not null && values.Names.Count() == 1 ? own.Tree(name) : values.Tree(name) };
    }

    /// <summary>Asks for every table at once. Few devices answer; null = this one does not.</summary>
    internal async Task<IReadOnlyDictionary<string, AnswerNode>?> AllAsync(CancellationToken cancellationToken)
    {
        var (_, values) = await AskAsync("All", AllTables, "table", cancellationToken);
        if (values is null) return null;
        var tables = values.Find("All") is { } all && values.Names.Count() == 1 ? all : values;
        return tables.Names.ToDictionary(n => n, n => tables.Find(n)!.Tree(n), StringComparer.Ordinal);
    }

    /// <summary>Asks for any other document.</summary>
    internal async Task<DahuaAnswer> CallAsync(
        string name, string path, string? prefix, CancellationToken cancellationToken)
    {
        var (answer, values) = await AskAsync(name, path, prefix, cancellationToken);
        return values is null ? answer : answer with { Root = values.Tree(name) };
    }

    private async Task<(DahuaAnswer Answer, DahuaBranch? Values)> AskAsync(
        string name, string path, string? prefix, CancellationToken cancellationToken)
    {
        var answer = new DahuaAnswer(name);
        CameraResponse response;
        try
        {
            response = await http.GetAsync(Folder + path, cancellationToken);
            if (Refusal(response, answer) is { } refusal) return (refusal, null);
            if (Interlocked.Add(ref bytes, response.Body.Length) > MostBytes)
                return (answer with { Reason = "the device says more than any camera has to say." }, null);
            var lines = CgiText.Lines(response.Body, out var isGuessed);
            var values = CgiTable.Parse(lines, prefix, response.Request);
            return (answer with { IsGuessed = isGuessed }, values);
        }
        catch (CameraException e) when (e.Reason is CameraError.BadResponse)
        {
            return (answer with { Reason = e.Detail }, null);
        }
    }

    /// <summary>What the answer says in place of values; null = it has values.</summary>
    private static DahuaAnswer? Refusal(CameraResponse response, DahuaAnswer answer)
    {
        var body = response.Body.AsSpan().Trim(" \t\r\n"u8);
        if (response.Status is 403 || (body.StartsWith("{"u8) && IsAuthority(body)))
            return answer with { IsRefused = true, IsDenied = true };
        if (response.Status is 400 or 404 or 501
            || (response.IsSuccess && (body.IsEmpty || body.StartsWith("Error"u8))))
            return answer with { IsRefused = true, IsMissing = response.Status == 404 };
        if (!response.IsSuccess)
            return answer with { Reason = FormattableString.Invariant($"the camera answered HTTP {response.Status}.") };
        return body[0] is (byte)'<' or (byte)'{'
            ? answer with { Reason = "the camera answered with a page that is no list of values." }
            : null;
    }

    private static bool IsAuthority(ReadOnlySpan<byte> body)
    {
        var reader = new Utf8JsonReader(body, new JsonReaderOptions { MaxDepth = 16 });
        try
        {
            while (reader.Read())
                if (reader.TokenType == JsonTokenType.String
                    && reader.GetString()!.StartsWith("Authority", StringComparison.OrdinalIgnoreCase)) return true;
        }
        catch (JsonException)
        {
            return false;
        }
        catch (InvalidOperationException)
        {
            return false; // a text that is no Unicode
        }

        return false;
    }
}
