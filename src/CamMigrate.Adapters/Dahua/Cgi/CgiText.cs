using System.Text;

namespace CamMigrate.Adapters.Dahua.Cgi;

/// <summary>
/// The letters of a CGI answer: UTF-8 as new firmware says, else GB18030 as old firmware writes Chinese names.
/// </summary>
internal static class CgiText
{
    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    private static readonly Encoding Chinese = CodePagesEncodingProvider.Instance.GetEncoding(
        "GB18030", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;

    /// <summary>Lines of an answer, without their ends and blanks at the end; empty ones are left out.</summary>
    /// <param name="body">As it came.</param>
    /// <param name="isGuessed">Whether a line was no UTF-8: its letters are a guess.</param>
    internal static List<string> Lines(ReadOnlySpan<byte> body, out bool isGuessed)
    {
        isGuessed = false;
        if (body.StartsWith("\uFEFF"u8)) body = body[3..];
        var lines = new List<string>();
        while (!body.IsEmpty)
        {
            var end = body.IndexOf((byte)'\n');
            var line = end < 0 ? body : body[..end];
            body = end < 0 ? [] : body[(end + 1)..];
            if (line.TrimEnd(" \t\r"u8) is not { IsEmpty: false } bytes) continue;
            lines.Add(Decode(bytes, ref isGuessed));
        }

        return lines;
    }

    /// <summary>One line may be in another encoding than the next: names come from different programs.</summary>
    private static string Decode(ReadOnlySpan<byte> line, ref bool isGuessed)
    {
        if (System.Text.Unicode.Utf8.IsValid(line)) return Strict.GetString(line);
        isGuessed = true;
        try
        {
            return Chinese.GetString(line);
        }
        catch (DecoderFallbackException)
        {
            return Encoding.UTF8.GetString(line); // neither: what is readable survives
        }
    }
}
