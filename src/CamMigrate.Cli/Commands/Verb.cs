using System.CommandLine;
using CamMigrate.Cli.Composition;
using CamMigrate.Cli.Output;
using CamMigrate.Core.Errors;
using CamMigrate.Core.Profiles;

namespace CamMigrate.Cli.Commands;

/// <summary>Runs a verb and turns every way it can end into a message and an exit code.</summary>
internal static class Verb
{
    internal const string NothingChanged = "Nothing was changed.";

    private const string Ends = ".!?:";

    /// <summary>Whether a write may have been sent by this verb: decides what an error may promise.</summary>
    internal sealed class Writes
    {
        internal Func<bool> MayHaveHappened { get; set; } = () => false;
    }

    internal static void SetVerb(
        this Command command, Func<ParseResult, Workplace, Writes, CancellationToken, Task<int>> run) =>
        command.SetAction(async (parsed, cancellationToken) =>
        {
            using var interrupt = new Interrupt(cancellationToken);
            var writes = new Writes();
            try
            {
                using var place = new Workplace(parsed);
                return await run(parsed, place, writes, interrupt.Token);
            }
            catch (CameraException e)
            {
                return Fail(parsed, e.Message, ExitCodes.Of(e.Reason), writes);
            }
            catch (Exception e) when (e is UsageException or ProfileException)
            {
                return Fail(parsed, e.Message, ExitCodes.Usage, writes);
            }
            catch (OperationCanceledException) when (interrupt.Token.IsCancellationRequested)
            {
                return Fail(parsed, "Cancelled.", ExitCodes.Cancelled, writes);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                return Fail(parsed, e.Message, ExitCodes.Failed, writes);
            }
            catch (Exception e)
            {
                // A fault of this program: told with its type, so that a report of it is of use.
                var message = $"internal error ({e.GetType().Name}): {e.Message} Please report this.";
                return Fail(parsed, message, ExitCodes.Failed, writes);
            }
        });

    private static int Fail(ParseResult parsed, string message, int code, Writes writes)
    {
        if (message.Length > 0 && !Ends.Contains(message[^1])) message += '.';
        var promise = writes.MayHaveHappened() ? "" : " " + NothingChanged;
        if (parsed.GetValue(GlobalOptions.Json))
            JsonOutput.Print(Terminal.Create(noInput: true), JsonOutput.Error(code, message + promise));
        Console.Error.WriteLine("cammigrate: " + Lines(message) + promise);
        return code;
    }

    // Our own messages may have several lines; what a camera said within them has none, not even in words.
    private static string Lines(string message) =>
        string.Join(Environment.NewLine, message.Replace("\r\n", "\n", StringComparison.Ordinal).Split('\n').Select(Terminal.Visible));
}
