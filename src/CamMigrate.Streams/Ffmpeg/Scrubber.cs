using System.Collections.Immutable;
using System.Text.RegularExpressions;
using CamMigrate.Core.Ports;

namespace CamMigrate.Streams.Ffmpeg;

/// <summary>
/// Takes logins out of text that a program or a camera wrote: ffmpeg repeats the address it was given, login and all.
/// </summary>
internal sealed partial class Scrubber
{
    private readonly ImmutableArray<string> secrets;

    private Scrubber(ImmutableArray<string> secrets) => this.secrets = secrets;

    /// <summary>Knows no password; every userinfo goes all the same.</summary>
    public static Scrubber None { get; } = new([]);

    /// <summary>Knows the forms in which a password can come back.</summary>
    /// <param name="credential">The login; null = none.</param>
    public static Scrubber For(Credential? credential)
    {
        if (credential is null) return None;
        var raw = credential.Password.Reveal();
        string[] forms =
        [
            raw, Uri.EscapeDataString(raw), Uri.EscapeDataString(raw).ToLowerInvariant(), Basic(credential)
        ];
        return new(
            [.. forms.Where(f => f.Length > 0).Distinct(StringComparer.Ordinal).OrderByDescending(f => f.Length)]);
    }

    /// <summary>The text without logins and control characters, lines kept.</summary>
    /// <param name="text">What was said.</param>
    public string Clean(string text)
    {
        var clean = UserInfo().Replace(text, "${scheme}");
        clean = secrets.Aggregate(clean, (t, s) => t.Replace(s, "***", StringComparison.Ordinal));
        return new string([.. clean.Where(c => c == '\n' || !char.IsControl(c))]);
    }

    private static string Basic(Credential credential) => Convert.ToBase64String(
        System.Text.Encoding.UTF8.GetBytes(credential.UserName + ":" + credential.Password.Reveal()));

    // Up to the last @ before the path: a password may hold one itself.
    [GeneratedRegex(
        "(?<scheme>[a-z][a-z0-9+.-]{0,20}://)[^\\s/'\"]*@", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex UserInfo();
}
