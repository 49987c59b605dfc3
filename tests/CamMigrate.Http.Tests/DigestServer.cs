using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace CamMigrate.Http.Tests;

/// <summary>The server's side of Digest, written from RFC 7616 and sharing no code with the client.</summary>
internal sealed partial class DigestServer(string password = "Marker-Pw-71")
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, int> counts = [];
    private int issued;

    public string Algorithm { get; init; } = "MD5";

    public string Challenge { get; init; } =
        "Digest qop=\"auth\", realm=\"IP Camera(C2183)\", nonce=\"{nonce}\", stale=\"FALSE\"";

    /// <summary>How often one nonce may be used; 0 = without limit.</summary>
    public int NonceUses { get; init; }

    /// <summary>Whether an outworn nonce is answered with stale="TRUE".</summary>
    public bool SaysStale { get; init; }

    /// <summary>Whether a nonce stays good when another is issued.</summary>
    public bool KeepsNonces { get; init; }

    /// <summary>The password it takes from now on.</summary>
    public string Password { get; set; } = password;

    /// <summary>Counts that did not follow the one before on their nonce.</summary>
    public int OutOfOrder { get; private set; }

    public int Refused { get; private set; }

    public int Challenged { get; private set; }

    public List<(string Nonce, int Count)> Seen { get; } = [];

    public WireReply Answer(WireRequest request)
    {
        lock (gate) return Judge(request);
    }

    private WireReply Judge(WireRequest request)
    {
        if (request.Authorization is not { } header) return Ask();
        var sent = Fields().Matches(header)
            .ToDictionary(
                m => m.Groups["name"].Value,
                m => m.Groups["quoted"].Value.Replace("\\", "", StringComparison.Ordinal) + m.Groups["bare"].Value);
        var count = sent.TryGetValue("nc", out var nc) ? Convert.ToInt32(nc, 16) : 1;
        Seen.Add((sent["nonce"], count));
        var right = sent["response"] == Expected(sent, request.Method) && sent["uri"] == request.Target;
        if (!right)
        {
            Refused++;
            return Ask();
        }

        var known = KeepsNonces ? counts.ContainsKey(sent["nonce"]) : sent["nonce"] == Nonce;
        if (count != counts.GetValueOrDefault(sent["nonce"]) + 1) OutOfOrder++;
        counts[sent["nonce"]] = count;
        return !known || (NonceUses > 0 && count > NonceUses) ? Ask(SaysStale) : WireReply.Text(200, "<ok/>");
    }

    private string Nonce => FormattableString.Invariant($"n{issued}");

    private WireReply Ask(bool stale = false)
    {
        Challenged++;
        issued++;
        counts[Nonce] = 0;
        var text = Challenge.Replace("{nonce}", Nonce, StringComparison.Ordinal);
        return WireReply.Ask(stale ? text.Replace("FALSE", "TRUE", StringComparison.Ordinal) : text);
    }

    private string Expected(Dictionary<string, string> sent, string method)
    {
        var a1 = Hash($"{sent["username"]}:{sent["realm"]}:{Password}");
        if (Algorithm.EndsWith("-sess", StringComparison.Ordinal)) a1 = Hash($"{a1}:{sent["nonce"]}:{sent["cnonce"]}");
        var a2 = Hash($"{method}:{sent["uri"]}");
        return sent.TryGetValue("qop", out var qop)
            ? Hash($"{a1}:{sent["nonce"]}:{sent["nc"]}:{sent["cnonce"]}:{qop}:{a2}")
            : Hash($"{a1}:{sent["nonce"]}:{a2}");
    }

    private string Hash(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
#pragma warning disable CA5351 // cameras use it
        return Convert.ToHexStringLower(
            Algorithm.StartsWith("SHA", StringComparison.Ordinal) ? SHA256.HashData(bytes) : MD5.HashData(bytes));
#pragma warning restore CA5351
    }

    [GeneratedRegex("""(?<name>\w+)=(?:"(?<quoted>(?:[^"\\]|\\.)*)"|(?<bare>[^",\s]+))""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Fields();
}
