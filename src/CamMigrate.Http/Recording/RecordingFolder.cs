using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using CamMigrate.Core.Errors;
using CamMigrate.Core.Runs;

namespace CamMigrate.Http.Recording;

/// <summary>
/// Writes a recording: one file an answer, an index of what was asked, the statuses, and where it came from.
/// </summary>
internal sealed class RecordingFolder
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull,
    };

    // As recordings of other tools have it: a status that is no number is a connection that broke.
    private const string NoAnswer = "no answer";

    private readonly string root;
    private readonly Anonymizer anonymizer;
    private readonly RecordingLayout layout = new();
    private readonly List<RecordedExchange> exchanges = [];
    private readonly SortedDictionary<string, object> statuses = new(StringComparer.Ordinal);
    private int withheld;

    internal RecordingFolder(string folder, Anonymizer anonymizer)
    {
        (root, this.anonymizer) = (Path.GetFullPath(folder), anonymizer);
        PrivateFiles.CreateFolder(root);
    }

    internal void Add(RecordedExchange exchange, string text, ImmutableArray<RecordedLeaf> leaves)
    {
        if (anonymizer.Replace(text, leaves) is not { } replaced)
        {
            withheld++;
            return;
        }

        exchange = exchange with
        {
            Target = anonymizer.Replace(exchange.Target),
            Arguments = exchange.Arguments is { } arguments ? anonymizer.Replace(arguments) : null,
            ContentType = exchange.ContentType is { } type ? anonymizer.Replace(type) : null,
        };
        if (replaced.Length > 0) exchange = exchange with { File = layout.FileFor(exchange, Extension(replaced)) };
        if (exchange.File is { } file) Write(file, Encoding.Latin1.GetBytes(replaced));
        if (RecordingLayout.Isapi(exchange) is { } document)
            statuses[document] = exchange.Status > 0 ? exchange.Status : NoAnswer;
        exchanges.Add(exchange);
    }

    internal RecordingSummary Close(RecordedDevice device, int leftOut)
    {
        var index = new { schemaVersion = 1, adapter = device.Adapter, exchanges };
        Write("exchanges.json", JsonSerializer.SerializeToUtf8Bytes(index, Json));
        if (statuses.Count > 0) Write("_http_status.json", JsonSerializer.SerializeToUtf8Bytes(statuses, Json));
        var summary = new RecordingSummary(exchanges.Count, leftOut + withheld, anonymizer.StandIns.Count());
        Write("SOURCE.txt", Encoding.UTF8.GetBytes(Source(device, summary)));
        return summary;
    }

    private string Source(RecordedDevice device, RecordingSummary summary) =>
        string.Create(CultureInfo.InvariantCulture, $"""
        Device   : {Told(device.Model)}, firmware {Told(device.Firmware)}
        Source   : cammigrate read --record, adapter {Told(device.Adapter)}, {device.RecordedAt.UtcDateTime:yyyy-MM-dd}
        What     : {summary.Answers} answers as they came, one file each; exchanges.json says what was asked for each,
                   with status and content type. `cammigrate simulate` serves this folder.
        Altered  : {summary.Replaced} different values are replaced, each by the same stand-in everywhere: serial
                   numbers (length and character classes kept), MAC addresses (00:00:5e:00:53:xx), every IP address
                   that is no mask, no group and not 127.0.0.1 (192.0.2.x, 198.51.100.x, 203.0.113.x, 2001:db8::x),
                   host names, e-mail addresses, folders on other machines, and names, places, user names and texts
                   that are not a factory's own words (name-1, ...). Passwords, keys and values of more than 16 KB
                   are {Anonymizer.Mark}. Tokens of ONVIF and all else are kept byte for byte.
        Left out : {summary.LeftOut} answers: pictures, other binary ones, and any in which something would remain.

        """).ReplaceLineEndings("\n");

    private string Told(string? text) => text is null ? "unknown" : Printable.Clip(anonymizer.Replace(text));

    private void Write(string relative, byte[] content)
    {
        var path = Path.Combine(root, relative.Replace('/', Path.DirectorySeparatorChar));
        // One by one: only the last folder that is made would get the mode.
        for (var slash = relative.IndexOf('/'); slash > 0; slash = relative.IndexOf('/', slash + 1))
            PrivateFiles.CreateFolder(Path.Combine(root, relative[..slash]));
        PrivateFiles.WriteAllBytes(path, content);
    }

    private static string Extension(string text)
    {
        var start = LeafScanner.Start(text);
        return start >= text.Length ? "txt" : text[start] switch
        {
            '<' => "xml",
            '{' or '[' => "json",
            _ => "txt",
        };
    }
}
