using System.CommandLine;
using CamMigrate.Cli.Output;
using CamMigrate.Core.Errors;
using CamMigrate.Core.Ports;

namespace CamMigrate.Cli.Composition;

/// <summary>How a login is named on the command line: never by its password.</summary>
internal sealed class CredentialOptions
{
    private readonly string prefix;
    private readonly Option<string?> user;
    private readonly Option<string?> passwordEnv;
    private readonly Option<string?> passwordFile;

    /// <param name="prefix"><c>old-</c>, <c>new-</c> or nothing.</param>
    internal CredentialOptions(string prefix = "")
    {
        this.prefix = prefix;
        user = new Option<string?>($"--{prefix}user") { Description = "Login name.", HelpName = "NAME" };
        passwordEnv = new Option<string?>($"--{prefix}password-env") { Description = "Environment variable that holds the password.", HelpName = "VAR" };
        passwordFile = new Option<string?>($"--{prefix}password-file") { Description = "File whose first line is the password.", HelpName = "FILE" };
    }

    internal void AddTo(Command command)
    {
        command.Options.Add(user);
        command.Options.Add(passwordEnv);
        command.Options.Add(passwordFile);
    }

    internal Credential Resolve(ParseResult parsed, Terminal terminal, string what)
    {
        if (parsed.GetValue(user) is not { Length: > 0 } name)
            throw new UsageException($"Name the login of {what} with --{prefix}user NAME.");
        var password = Password(parsed, terminal, name, what);
        return password.Length > 0
            ? new Credential(name, new Secret(password))
            : throw new UsageException($"The password of {what} is empty. It was not tried: a refused login counts.");
    }

    /// <summary>The login, now where it is named; where it must be asked for, only when it is needed.</summary>
    internal Func<Credential> Later(ParseResult parsed, Terminal terminal, string what)
    {
        var isAskedFor = terminal.CanAsk && parsed.GetValue(user) is { Length: > 0 }
            && parsed.GetValue(passwordEnv) is null && parsed.GetValue(passwordFile) is null;
        if (isAskedFor) return () => Resolve(parsed, terminal, what);
        var credential = Resolve(parsed, terminal, what);
        return () => credential;
    }

    private string Password(ParseResult parsed, Terminal terminal, string name, string what)
    {
        if (parsed.GetValue(passwordEnv) is { } variable)
        {
            return Environment.GetEnvironmentVariable(variable)
                ?? throw new UsageException($"The environment variable named by --{prefix}password-env is not set.");
        }

        if (parsed.GetValue(passwordFile) is { } file) return FirstLine(file);
        if (!terminal.CanAsk)
            throw new UsageException($"The password of {what} is needed: pass --{prefix}password-env VAR or --{prefix}password-file FILE.");
        terminal.Ask($"Password of '{Terminal.Visible(name)}' on {what}: ");
        return PasswordPrompt.Read(terminal);
    }

    private string FirstLine(string file)
    {
        try
        {
            return File.ReadLines(file).FirstOrDefault() ?? "";
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"The file named by --{prefix}password-file cannot be read: {e.Message}");
        }
    }
}
