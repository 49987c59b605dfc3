using System.Runtime.ExceptionServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using CamMigrate.Adapters.Dahua.Cgi;
using CamMigrate.Adapters.Dahua.Rpc;
using CamMigrate.Core.Errors;
using CamMigrate.Core.Reading;

namespace CamMigrate.Adapters.Dahua;

/// <summary>
/// Asks for documents over the protocol that the device speaks, and accounts for what came. Knows no meaning.
/// </summary>
/// <remarks>Several may be asked at once: each is entered into the ledger in the order of the calls.</remarks>
internal sealed class DahuaDocuments(CgiClient cgi, RpcClient rpc, ReadingLedger ledger) : IAsyncDisposable
{
    private static readonly DahuaCall First = DahuaCall.Of("magicBox", "getSystemInfo");
    private readonly Lock guard = new();
    private readonly List<Task> underWay = [];
    private readonly CancellationTokenSource stop = new();
    private readonly HashSet<string> asked = new(StringComparer.Ordinal);
    private readonly SortedSet<string> guessed = new(StringComparer.Ordinal);
    private IReadOnlyDictionary<string, AnswerNode> all = new Dictionary<string, AnswerNode>();
    private CameraException? end;
    private int came, failedInRow;
    private bool hasNoRpc, isClosed;

    /// <summary>Whether the device serves no CGI, only RPC2.</summary>
    internal bool IsRpc { get; private set; }

    /// <summary>Whether any document came.</summary>
    internal bool IsAnswering { get; private set; }

    /// <summary>Whether a document was refused as this maker refuses, not as a page that is not there.</summary>
    internal bool IsRefusing { get; private set; }

    /// <summary>Whether every document so far was refused as one that the login may not read.</summary>
    internal bool IsDenied { get; private set; } = true;

    /// <summary>Finds the protocol by asking who the device is; CGI first.</summary>
    /// <exception cref="CameraException">The device cannot be reached, or refused the login.</exception>
    internal async Task<DahuaAnswer> OpenAsync(CancellationToken cancellationToken)
    {
        var entry = ledger.Ask(First.Name, isAdvertised: false);
        var answer = await cgi.CallAsync(First.Name, First.Path, First.Prefix, cancellationToken);
        if (answer.IsMissing && await rpc.OpenAsync(isProven: false, cancellationToken))
        {
            IsRpc = true;
            answer = await OverRpcAsync(First.Name, First.Method!, null, null, cancellationToken);
        }

        return Account(entry, answer);
    }

    /// <summary>Asks once for all tables together; what comes is not asked for again.</summary>
    internal async Task BulkAsync(CancellationToken cancellationToken)
    {
        if (IsRpc) return;
        var entry = ledger.Ask("All", isAdvertised: false);
        try
        {
            all = await cgi.AllAsync(cancellationToken) ?? all;
        }
        catch (CameraException e) when (e.Reason is CameraError.TimedOut or CameraError.Unreachable)
        {
            entry.Refuse(); // too much at once for this device: table by table then
            return;
        }

        if (all.Count == 0) entry.Refuse();
        else entry.Answer(new AnswerNode("All"));
    }

    /// <summary>A table of <c>configManager</c>.</summary>
    internal Task<DahuaAnswer> TableAsync(string name, CancellationToken cancellationToken)
    {
        asked.Add(name);
        var entry = ledger.Ask(name, all.ContainsKey(name));
        if (all.TryGetValue(name, out var root))
            return Task.FromResult(Account(entry, new DahuaAnswer(name) { Root = root }));
        return BeginAsync(
            entry, token => IsRpc ? TableOverRpcAsync(name, token) : cgi.TableAsync(name, token), cancellationToken);
    }

    /// <summary>A table that CGI refused, asked for over RPC2, to which a login is opened for it.</summary>
    internal Task<DahuaAnswer> OtherwiseAsync(string name, CancellationToken cancellationToken)
    {
        if (hasNoRpc) return Task.FromResult(new DahuaAnswer(name) { IsRefused = true });
        var entry = ledger.Ask("RPC2 " + name, isAdvertised: false);
        return BeginAsync(
            entry, async token =>
            {
                var isOpen = rpc.IsOpen;
                hasNoRpc = !isOpen; // until it is open: no login is tried twice
                hasNoRpc = !isOpen && !await rpc.OpenAsync(isProven: true, token);
                return hasNoRpc ? new DahuaAnswer(name) { IsRefused = true, IsMissing = true }
                    : await TableOverRpcAsync(name, token);
            },
            cancellationToken);
    }

    /// <summary>Any other document; null = it is not to be had in the protocol of this device.</summary>
    internal async Task<DahuaAnswer?> CallAsync(DahuaCall call, CancellationToken cancellationToken)
    {
        if (IsRpc && call.Method is null) return null;
        var entry = ledger.Ask(call.Name, isAdvertised: false);
        return await BeginAsync(
            entry,
            token => IsRpc ? OverRpcAsync(call.Name, call.Method!, null, null, token)
                : cgi.CallAsync(call.Name, call.Path, call.Prefix, token),
            cancellationToken);
    }

    /// <summary>Tables that came unasked with all others: every value of them is accounted for.</summary>
    internal void Rest()
    {
        foreach (var (name, root) in all.OrderBy(t => t.Key, StringComparer.Ordinal))
            if (!asked.Contains(name)) ledger.Ask(name, isAdvertised: true).Answer(root);
    }

    /// <summary>Says whose letters were guessed.</summary>
    internal void Tell(ReadingNotes notes)
    {
        foreach (var name in guessed)
            notes.Info(name, "some text is not UTF-8; it was read as GB18030, as old firmware writes Chinese.");
    }

    /// <summary>Leaves nothing under way, and ends the login over RPC2.</summary>
    public async ValueTask DisposeAsync()
    {
        if (isClosed) return;
        isClosed = true;
        await stop.CancelAsync();
        await Task.WhenAll(underWay).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await rpc.CloseAsync(CancellationToken.None);
        rpc.Dispose();
        stop.Dispose();
    }

    private Task<DahuaAnswer> TableOverRpcAsync(string name, CancellationToken cancellationToken) =>
        OverRpcAsync(name, "configManager.getConfig", new JsonObject { ["name"] = name }, "table", cancellationToken);

    private async Task<DahuaAnswer> OverRpcAsync(
        string name, string method, JsonObject? values, string? member, CancellationToken cancellationToken)
    {
        var reply = await rpc.CallAsync(method, values, cancellationToken);
        var answer = new DahuaAnswer(name);
        if (reply.IsMissing) return answer with { IsRefused = true, IsMissing = true };
        if (!reply.IsResult)
            return answer with { Reason = FormattableString.Invariant($"the device answered with error {reply.Error}.") };
        var content = reply.Params;
        if (member is not null && content.ValueKind == JsonValueKind.Object)
            content.TryGetProperty(member, out content);
        return content.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null
            ? answer with { IsRefused = true }
            : answer with { Root = RpcTree.Tree(name, content) };
    }

    private Task<DahuaAnswer> BeginAsync(
        AskedDocument entry, Func<CancellationToken, Task<DahuaAnswer>> ask, CancellationToken cancellationToken)
    {
        var answer = GuardedAsync(entry, ask, cancellationToken);
        lock (guard) underWay.Add(answer);
        return answer;
    }

    /// <summary>One document that fails is one document lost; two in a row, and nobody answers any more.</summary>
    private async Task<DahuaAnswer> GuardedAsync(
        AskedDocument entry, Func<CancellationToken, Task<DahuaAnswer>> ask, CancellationToken cancellationToken)
    {
        try
        {
            using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, stop.Token);
            var answer = Account(entry, await ask(either.Token));
            lock (guard) failedInRow = 0;
            return answer;
        }
        catch (CameraException e) when (Passes(e))
        {
            entry.Fail(e.Detail);
            return new DahuaAnswer(entry.Name) { Reason = e.Detail };
        }
        catch (CameraException)
        {
            await stop.CancelAsync();
            throw;
        }
        catch (OperationCanceledException) when (end is not null && !cancellationToken.IsCancellationRequested)
        {
            ExceptionDispatchInfo.Throw(end); // what stopped the others is what is to be told
            throw;
        }
    }

    private bool Passes(CameraException e)
    {
        lock (guard)
        {
            var passes = came > 0 && e.Reason switch
            {
                CameraError.BadResponse or CameraError.Rejected or CameraError.NotSupported => true,
                CameraError.TimedOut or CameraError.Unreachable => ++failedInRow < 2,
                _ => false,
            };
            if (!passes) end ??= e;
            return passes;
        }
    }

    private DahuaAnswer Account(AskedDocument entry, DahuaAnswer answer)
    {
        if (answer.Root is { } root)
        {
            entry.Answer(root);
            IsAnswering = true;
        }
        else if (answer.IsRefused)
        {
            entry.Refuse();
        }
        else
        {
            entry.Fail(answer.Reason ?? "");
        }

        lock (guard)
        {
            IsDenied &= answer.IsDenied;
            IsRefusing |= answer is { IsRefused: true, IsMissing: false };
            if (answer.Root is not null || answer.IsRefused) came++;
            if (answer.IsGuessed) guessed.Add(answer.Document);
        }

        return answer;
    }
}
