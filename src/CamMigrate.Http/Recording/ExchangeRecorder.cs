using System.Collections.Immutable;
using System.Text;
using CamMigrate.Core.Errors;

namespace CamMigrate.Http.Recording;

/// <summary>
/// Keeps what a camera answers while it is read, and writes it as a folder that can be shared and served again.
/// </summary>
public sealed class ExchangeRecorder : IExchangeTap
{
    private const long MostBytes = 64 << 20;
    private const int MostAnswers = 20_000;
    private readonly Lock gate = new();
    private readonly Dictionary<string, (RecordedExchange Exchange, byte[] Body)> kept = new(StringComparer.Ordinal);
    private long bytes;
    private int leftOut;

    /// <summary>Originals and their stand-ins of the last writing.</summary>
    internal ImmutableDictionary<string, string> StandIns { get; private set; } =
        ImmutableDictionary<string, string>.Empty;

    /// <inheritdoc/>
    public void Take(CameraRequest request, CameraResponse response)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(response);
        if (Exchange(request) is not { } exchange) return;
        exchange = exchange with { Status = response.Status, ContentType = response.ContentType };
        lock (gate)
        {
            if (IsBinary(response) || bytes + response.Body.Length > MostBytes || kept.Count >= MostAnswers)
            {
                leftOut++;
                return;
            }

            // Asked twice, a camera has the last word: before, it was busy or wanted a login.
            bytes += response.Body.Length;
            kept[exchange.Key] = (exchange, response.Body);
        }
    }

    /// <inheritdoc/>
    public void Lose(CameraRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (Exchange(request) is not { } exchange) return;
        lock (gate) kept.TryAdd(exchange.Key, (exchange, []));
    }

    /// <summary>Says what is wrong with a folder before a camera is read for it.</summary>
    /// <param name="folder">The folder to be written.</param>
    /// <exception cref="UsageException">It holds something already.</exception>
    public static void RefuseIfUsed(string folder)
    {
        if (File.Exists(folder) || (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any()))
            throw new UsageException($"{folder} exists and is not empty. Name another folder for the recording.");
    }

    /// <summary>
    /// Writes the folder, for its owner alone, with stand-ins for everything that tells whose camera it is.
    /// </summary>
    /// <param name="folder">The folder.</param>
    /// <param name="device">What is known of the camera.</param>
    /// <exception cref="IOException">It cannot be written.</exception>
    public RecordingSummary Save(string folder, RecordedDevice device)
    {
        ArgumentNullException.ThrowIfNull(device);
        lock (gate)
        {
            var anonymizer = new Anonymizer();
            Know(anonymizer, device);
            // Not as they came: with several connections that differs from time to time, and so would the stand-ins.
            var answers = kept.OrderBy(k => k.Key, StringComparer.Ordinal).Select(k => Answer(k.Value)).ToList();
            foreach (var (_, text, leaves) in answers) anonymizer.Learn(text, leaves);
            anonymizer.Close();
            var writer = new RecordingFolder(folder, anonymizer);
            foreach (var (exchange, text, leaves) in answers) writer.Add(exchange, text, leaves);
            StandIns = anonymizer.StandIns.ToImmutableDictionary(StringComparer.Ordinal);
            return writer.Close(device, leftOut);
        }
    }

    /// <summary>What was asked; null = a login, which is not kept.</summary>
    private static RecordedExchange? Exchange(CameraRequest request)
    {
        var body = request.Body is { } sent ? RequestBody.Read(sent) : null;
        return request.Body is not null && body is null ? null : new RecordedExchange
        {
            Method = request.Method.Method,
            Target = request.Path,
            Operation = body?.Operation,
            Arguments = body?.Arguments,
        };
    }

    private static (RecordedExchange Exchange, string Text, ImmutableArray<RecordedLeaf> Leaves) Answer(
        (RecordedExchange Exchange, byte[] Body) answer)
    {
        var text = Encoding.Latin1.GetString(answer.Body);
        return (answer.Exchange, text, LeafScanner.Scan(text));
    }

    private static void Know(Anonymizer anonymizer, RecordedDevice device)
    {
        var (user, password) = (device.Credential.UserName, device.Credential.Password.Reveal());
        anonymizer.Know(password, OriginalKind.Secret);
        anonymizer.Know(Base64(password), OriginalKind.Secret);
        anonymizer.Know(Base64($"{user}:{password}"), OriginalKind.Secret);
        if (!Vocabulary.IsOfAnyCamera(user)) anonymizer.Know(user, OriginalKind.Name);
        var host = device.Address.Host;
        anonymizer.Know(host, !System.Net.IPAddress.TryParse(host, out var ip) ? OriginalKind.Host
            : ip.AddressFamily == System.Net.Sockets.AddressFamily.InterNetworkV6 ? OriginalKind.Ipv6
                : OriginalKind.Ipv4);
        if (device.Model is { Length: > 2 } model) anonymizer.KnowModel(model);
        if (device.SerialNumber is { Length: > 4 } serial) anonymizer.Know(serial, OriginalKind.Serial);
    }

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));

    // Pictures show a site; backups hold passwords.
    private static bool IsBinary(CameraResponse response) =>
        response.ContentType is { } type && (type.StartsWith("image/", StringComparison.OrdinalIgnoreCase)
            || type.StartsWith("video/", StringComparison.OrdinalIgnoreCase)
                || type.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase)
            || type.StartsWith("application/octet-stream", StringComparison.OrdinalIgnoreCase))
        || response.Body.AsSpan().TrimEnd((byte)0).Contains((byte)0);
}
