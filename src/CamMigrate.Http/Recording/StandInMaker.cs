using System.Globalization;
using static System.FormattableString;

namespace CamMigrate.Http.Recording;

/// <summary>
/// Makes values that look like what they stand for and belong to nobody (RFC 5737, 3849, 7042, 2606).
/// </summary>
internal static class StandInMaker
{
    private static readonly string[] TestNets = ["192.0.2", "198.51.100", "203.0.113"];

    /// <summary>The stand-in of a number; one that happens to be an original is passed over by the caller.</summary>
    /// <param name="kind">What it stands for.</param>
    /// <param name="original">What it stands for, for its form.</param>
    /// <param name="number">From 1.</param>
    internal static string Make(OriginalKind kind, string original, int number) => kind switch
    {
        OriginalKind.Mac => Mac(original, number),
        OriginalKind.Ipv4 => number <= 3 * 254
            ? Invariant($"{TestNets[(number - 1) / 254]}.{((number - 1) % 254) + 1}")
            : Invariant($"198.{18 + (number >> 16 & 1)}.{number >> 8 & 255}.{number & 255}"),
        OriginalKind.Ipv6 => Invariant($"2001:db8::{number:x}"),
        OriginalKind.Host => Invariant($"host-{number}.example"),
        OriginalKind.Email => Invariant($"person-{number}@example.com"),
        OriginalKind.Path => original.StartsWith('/') ? Invariant($"/path-{number}") : Invariant($"path-{number}"),
        OriginalKind.Serial => Serial(original, number),
        OriginalKind.Secret => Anonymizer.Mark,
        _ => Invariant($"name-{number}"),
    };

    /// <summary>A MAC in the spelling of another: separators and case.</summary>
    internal static string Mac(string like, int number)
    {
        var digits = Invariant($"00005e0053{number & 255:x2}");
        if (number > 255) digits = Invariant($"02{number & 0xFFFFFFFF:x10}");
        if (!like.Any(char.IsAsciiLetterLower)) digits = digits.ToUpperInvariant();
        var at = 0;
        return string.Concat(like.Select(ch => char.IsAsciiHexDigit(ch) ? digits[at++] : ch));
    }

    /// <summary>
    /// Equal in length, and a letter where a letter was, a digit where a digit was; counted from its end.
    /// </summary>
    private static string Serial(string original, int number)
    {
        var made = original.ToCharArray();
        for (var i = made.Length - 1; i >= 0; i--)
        {
            if (char.IsAsciiDigit(made[i]))
            {
                made[i] = (char)('0' + (number % 10));
                number /= 10;
            }
            else if (char.IsAsciiLetter(made[i]))
            {
                made[i] = char.IsAsciiLetterUpper(made[i]) ? 'A' : 'a';
            }
            else if (!char.IsAscii(made[i]))
            {
                made[i] = 'x';
            }
        }

        return number == 0 ? new string(made) : made.Length.ToString(CultureInfo.InvariantCulture) + new string(made);
    }
}
