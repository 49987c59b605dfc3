using System.Globalization;

namespace CamMigrate.Core.Discovery;

/// <summary>MAC addresses as text, <c>00:00:5e:00:53:1f</c>.</summary>
public static class MacText
{
    private const int Digits = 12;

    /// <summary>Brings any punctuation into one form.</summary>
    /// <param name="text">12 hexadecimal digits, with or without punctuation; null gives null.</param>
    /// <returns>Null when it is no address of one device: another length, all zero, or a group's.</returns>
    public static string? Normalize(string? text)
    {
        if (text is null || text.Length > 32) return null;
        var digits = string.Concat(text.Where(c => c is not (':' or '-' or '.' or ' ')));
        if (digits.Length != Digits || !digits.All(char.IsAsciiHexDigit)) return null;
        var isOfGroup = (int.Parse(digits.AsSpan(0, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) & 1) == 1;
        return isOfGroup || digits.All(c => c == '0')
            ? null
            : string.Join(':', digits.ToLowerInvariant().Chunk(2).Select(pair => new string(pair)));
    }
}
