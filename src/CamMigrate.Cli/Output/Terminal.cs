using System.Text;
using CamMigrate.Core.Errors;

namespace CamMigrate.Cli.Output;

/// <summary>Where people read: data on stdout, everything else on stderr, colour only on a terminal.</summary>
internal sealed class Terminal(TextWriter output, TextWriter error, bool colourOutput, bool colourError, bool canAsk)
{
    internal const string Red = "31";
    internal const string Green = "32";
    internal const string Yellow = "33";
    internal const string Dim = "2";
    internal const string Bold = "1";

    internal static Terminal Create(bool noInput)
    {
        var utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        Console.OutputEncoding = utf8;
        var isColourWanted = string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"))
            && Environment.GetEnvironmentVariable("TERM") is not "dumb";
        return new Terminal(Console.Out, Console.Error, isColourWanted && !Console.IsOutputRedirected,
            isColourWanted && !Console.IsErrorRedirected, !noInput && !Console.IsInputRedirected && !Console.IsErrorRedirected);
    }

    internal TextWriter Output => output;

    /// <summary>Whether a question can be asked.</summary>
    internal bool CanAsk => canAsk;

    internal void Line(string text = "") => output.WriteLine(text);

    internal void Note(string text = "") => error.WriteLine(text);

    internal void Ask(string question)
    {
        error.Write(question);
        error.Flush();
    }

    internal string Paint(string text, string colour) => colourOutput ? $"\e[{colour}m{text}\e[0m" : text;

    internal string PaintNote(string text, string colour) => colourError ? $"\e[{colour}m{text}\e[0m" : text;

    /// <summary>
    /// Text that came from a camera, a file or an argument, harmless to a terminal: control and direction characters
    /// are made visible.
    /// </summary>
    internal static string Visible(string text) => Printable.Show(text);
}
