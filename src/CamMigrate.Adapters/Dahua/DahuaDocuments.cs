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
internal sealed class DahuaDocuments(CgiClient cgi, RpcClient rpc, ReadingLedger ledger)
{
    private static readonly DahuaCall First = DahuaCall.Of("magicBox", "getSystemInfo");
    private int came, failedInRow;
    private IReadOnlyDictionary<string, AnswerNode> all = new Dictionary<string, AnswerNode>();
    private readonly HashSet<string> asked = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether the device serves no CGI, only RPC2.</summary>
    internal bool IsRpc { get; private set; }

    /// <summary>Whether any document came.</summary>
    internal bool IsAnswering { get; private set; }

    /// <summary>Finds the protocol by asking who the device is; CGI first.</summary>
    /// <exception cref="CameraException">The device cannot be reached, or refused the login.</exception>
    internal async Task<DahuaAnswer> OpenAsync(CancellationToken cancellationToken)
    {
        var entry = ledger.Ask(First.Name, isAdvertised: false);
        var answer = await cgi.CallAsync(First.Name, First.Path, First.Prefix, cancellationToken);
        if (answer.IsMissing && await rpc.OpenAsync(cancellationToken))
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
    internal async Task<DahuaAnswer> TableAsync(string name, CancellationToken cancellationToken)
    {
        asked.Add(name);
        var entry = ledger.Ask(name, all.ContainsKey(name));
        if (all.TryGetValue(name, out var root)) return Account(entry, new DahuaAnswer(name) { Root = root });
        return await GuardedAsync(
            entry, () => IsRpc ? TableOverRpcAsync(name, cancellationToken) : cgi.TableAsync(name, cancellationToken));
    }

    /// <summary>A table that CGI refused, asked for over RPC2, to which a login is opened for it.</summary>
    internal async Task<DahuaAnswer> OtherwiseAsync(string name, CancellationToken cancellationToken)
    {
        var entry = ledger.Ask("RPC2 " + name, isAdvertised: false);
        return await GuardedAsync(entry, async () =>
        {
            if (!rpc.IsOpen && !await rpc.OpenAsync(cancellationToken)) return new DahuaAnswer(name) { IsRefused = true };
            return await TableOverRpcAsync(name, cancellationToken);
        });
    }

    /// <summary>Any other document; null = it is not to be had in the protocol of this device.</summary>
    internal async Task<DahuaAnswer?> CallAsync(DahuaCall call, CancellationToken cancellationToken)
    {
        if (IsRpc && call.Method is null) return null;
        var entry = ledger.Ask(call.Name, isAdvertised: false);
        return await GuardedAsync(entry, () => IsRpc
            ? OverRpcAsync(call.Name, call.Method!, null, null, cancellationToken)
            : cgi.CallAsync(call.Name, call.Path, call.Prefix, cancellationToken));
    }

    /// <summary>Tables that came unasked with all others: every value of them is accounted for.</summary>
    internal void Rest()
    {
        foreach (var (name, root) in all.OrderBy(t => t.Key, StringComparer.Ordinal))
            if (!asked.Contains(name)) ledger.Ask(name, isAdvertised: true).Answer(root);
    }

    internal Task CloseAsync(CancellationToken cancellationToken) => rpc.CloseAsync(cancellationToken);

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
        if (member is not null && content.ValueKind == JsonValueKind.Object) content.TryGetProperty(member, out content);
        return content.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null
            ? answer with { IsRefused = true }
            : answer with { Root = RpcTree.Tree(name, content) };
    }

    /// <summary>One document that fails is one document lost; two in a row, and nobody answers any more.</summary>
    private async Task<DahuaAnswer> GuardedAsync(AskedDocument entry, Func<Task<DahuaAnswer>> ask)
    {
        try
        {
            var answer = Account(entry, await ask());
            Interlocked.Exchange(ref failedInRow, 0);
            return answer;
        }
        catch (CameraException e) when (Passes(e))
        {
            entry.Fail(e.Detail);
            return new DahuaAnswer(entry.Name) { Reason = e.Detail };
        }
    }

    private bool Passes(CameraException e) => came > 0 && e.Reason switch
    {
        CameraError.BadResponse or CameraError.Rejected or CameraError.NotSupported => true,
        CameraError.TimedOut or CameraError.Unreachable => Interlocked.Increment(ref failedInRow) < 2,
        _ => false,
    };

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

        if (answer.Root is not null || answer.IsRefused) Interlocked.Increment(ref came);
        return answer;
    }
}
