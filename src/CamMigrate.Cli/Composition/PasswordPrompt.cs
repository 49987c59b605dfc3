using CamMigrate.Cli.Output;

namespace CamMigrate.Cli.Composition;

/// <summary>Reads a password from a terminal without showing it.</summary>
internal static class PasswordPrompt
{
    internal static string Read(Terminal terminal)
    {
        var typed = new System.Text.StringBuilder();
        while (true)
        {
            var key = Console.ReadKey(intercept: true);
            if (key.Key == ConsoleKey.Enter) break;
            if (key.Key == ConsoleKey.Backspace) typed.Length = Math.Max(0, typed.Length - 1);
            else if (key.KeyChar != '\0') typed.Append(key.KeyChar);
        }

        terminal.Note();
        return typed.ToString();
    }
}
