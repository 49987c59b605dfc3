using System.Net;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace CamMigrate.Http.Recording;

/// <summary>Between the bytes of a value (one character each) and the text that they mean.</summary>
internal static class LeafText
{
    private static readonly Encoding Gb18030 = Chinese();

    /// <summary>What a value means: escapes undone, UTF-8 where it is sound, else GB 18030, else its bytes.</summary>
    /// <param name="wire">The bytes.</param>
    /// <param name="form">How they are written.</param>
    internal static string Meaning(string wire, LeafForm form)
    {
        var text = Decode(wire);
        return form switch
        {
            LeafForm.Xml => WebUtility.HtmlDecode(text),
            LeafForm.JsonString => Unescaped(text),
            _ => text,
        };
    }

    /// <summary>Every way in which a text may stand in a file, as bytes.</summary>
    /// <param name="text">The text.</param>
    internal static IEnumerable<string> Spellings(string text)
    {
        yield return Utf8(text);
        yield return Utf8(WebUtility.HtmlEncode(text));
        yield return Utf8(
            text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal)
            .Replace(">", "&gt;", StringComparison.Ordinal));
        yield return Uri.EscapeDataString(text);
        yield return text.Replace(' ', '+');
        yield return JavaScriptEncoder.Default.Encode(text);
        yield return Utf8(JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(text));
        if (!Ascii.IsValid(text)) yield return Encoding.Latin1.GetString(Gb18030.GetBytes(text));
        yield return Encoding.Latin1.GetString(Encoding.Unicode.GetBytes(text));
        yield return Encoding.Latin1.GetString(Encoding.BigEndianUnicode.GetBytes(text));
    }

    /// <summary>The bytes of a text in UTF-8, one character each.</summary>
    internal static string Utf8(string text) => Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(text));

    private static string Decode(string wire)
    {
        if (Ascii.IsValid(wire)) return wire;
        var bytes = Encoding.Latin1.GetBytes(wire);
        if (System.Text.Unicode.Utf8.IsValid(bytes)) return Encoding.UTF8.GetString(bytes);
        try
        {
            return Gb18030.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return wire;
        }
    }

    private static string Unescaped(string text)
    {
        if (!text.Contains('\\', StringComparison.Ordinal)) return text;
        try
        {
            return JsonSerializer.Deserialize<string>('"' + text + '"') ?? text;
        }
        catch (JsonException)
        {
            return text;
        }
    }

    private static Encoding Chinese()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        return Encoding.GetEncoding("gb18030", EncoderFallback.ReplacementFallback, DecoderFallback.ExceptionFallback);
    }
}
