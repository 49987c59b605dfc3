using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CamMigrate.Core.Errors;
using CamMigrate.Core.Ports;
using CamMigrate.Http;

namespace CamMigrate.Adapters.Dahua.Rpc;

/// <summary>
/// Calls over <c>/RPC2</c>: one login by challenge, kept alive while calls are made, ended by a logout.
/// </summary>
/// <param name="http">The session; its own digest login plays no part here.</param>
/// <param name="login">The login.</param>
/// <param name="refusals">What no protocol may try again.</param>
/// <param name="clock">Tells when the session must be kept alive.</param>
internal sealed class RpcClient(CameraHttp http, Credential login, LoginRefusals refusals, TimeProvider clock)
    : IDisposable
{
    internal const string LoginPath = "/RPC2_Login";
    internal const string CallPath = "/RPC2";

    // More than the largest recorder has to say.
    private const long MostBytes = 48 << 20;
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Parting = TimeSpan.FromSeconds(2);
    private readonly SemaphoreSlim turn = new(1, 1); // a session is one conversation
    private JsonElement session;
    private TimeSpan interval = Longest;
    private long last;
    private int calls;
    private bool mayStand; // a login that was sent stands at the device, also where its answer was lost
    private long bytes;

    /// <summary>Whether a login stands.</summary>
    internal bool IsOpen { get; private set; }

    /// <summary>Logs in. A refused login is never tried again.</summary>
    /// <param name="isProven">Whether the device took the same login in another protocol: a refusal here says nothing
    /// against it then.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Whether the device speaks this protocol.</returns>
    /// <exception cref="CameraException">It refused the login, or asks for one that must not be given.</exception>
    internal async Task<bool> OpenAsync(bool isProven, CancellationToken cancellationToken)
    {
        var request = Request(LoginPath, "global.login", Credentials("", null));
        refusals.ThrowIfRefused(http.Address.Host, login.UserName, http.Describe(request));
        var challenge = await SendAsync(request, cancellationToken);
        if (challenge is null || challenge.Text("realm") is not { } realm || challenge.Text("random") is not { } random)
            return false;
        var encryption = challenge.Text("encryption") ?? "Default";
        session = challenge.Session;
        var answer = Answer(encryption, realm, random, request);
        var second = Request(LoginPath, "global.login", Credentials(answer, encryption)) with { IsWrite = true };
        mayStand = true;
        var reply = await SendAsync(second, cancellationToken)
            ?? throw Bad(second, "the device did not answer the login. Look at its web page.");
        mayStand = reply.IsResult;
        if (!reply.IsResult) throw Refused(reply, second, isProven);
        if (reply.Session.ValueKind is JsonValueKind.String or JsonValueKind.Number) session = reply.Session;
        interval = Interval(reply);
        (IsOpen, last) = (true, clock.GetTimestamp());
        return true;
    }

    /// <summary>Makes one call that reads.</summary>
    /// <param name="method">Method, <c>configManager.getConfig</c>.</param>
    /// <param name="values">Its parameters.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="CameraException">No answer, or one that is no answer to a call.</exception>
    internal async Task<RpcReply> CallAsync(string method, JsonObject? values, CancellationToken cancellationToken)
    {
        await turn.WaitAsync(cancellationToken);
        try
        {
            if (clock.GetElapsedTime(last) > interval / 2) await KeepAliveAsync(cancellationToken);
            var request = Request(CallPath, method, values);
            var reply = await SendAsync(request, cancellationToken)
                ?? throw Bad(request, "the answer is no answer to a call.");
            if (!reply.IsSessionLost) return reply;
            (IsOpen, mayStand) = (false, false);
            throw Bad(request, "the device ended the session. Run the command again.");
        }
        finally
        {
            turn.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => turn.Dispose();

    /// <summary>Ends the login, so that the device has its place free.</summary>
    internal async Task CloseAsync(CancellationToken cancellationToken)
    {
        if (!mayStand) return;
        (IsOpen, mayStand) = (false, false);
        try
        {
            await SendAsync(Request(CallPath, "global.logout", null) with { Timeout = Parting }, cancellationToken);
        }
        catch (CameraException)
        {
            // the session ends by itself when it is not kept alive
        }
    }

    private async Task KeepAliveAsync(CancellationToken cancellationToken)
    {
        last = clock.GetTimestamp();
        var alive = new JsonObject { ["timeout"] = 300, ["active"] = true };
        await SendAsync(Request(CallPath, "global.keepAlive", alive), cancellationToken);
    }

    private string Answer(string encryption, string realm, string random, CameraRequest request)
    {
        if (RpcPassword.IsReadable(encryption) && http.Origin?.Scheme != "https")
            throw new CameraException(
                CameraError.NotSupported, http.Describe(request),
                "the device asks for the password readable over plain HTTP; it was not sent. Use https://.");
        return RpcPassword.Answer(encryption, realm, random, login) ?? throw new CameraException(
            CameraError.NotSupported, http.Describe(request),
            $"the device asks for a login of the kind '{Printable.Clip(encryption)}', which is not known; none was sent.");
    }

    private CameraException Refused(RpcReply reply, CameraRequest request, bool isProven) => reply.Error switch
    {
        _ when isProven => new CameraException(
            CameraError.Rejected, http.Describe(request),
            "the device refuses over RPC2 the login that it takes over CGI; it is not tried again."),
        268_632_085 or 268_632_081 or 401 or null => http.Refuse(request),
        _ => Unknown(reply, request),
    };

    /// <summary>Whatever the number means, the login was tried and did not work: it is not tried again.</summary>
    private CameraException Unknown(RpcReply reply, CameraRequest request)
    {
        http.Refuse(request);
        return new CameraException(
            CameraError.Rejected, http.Describe(request),
            FormattableString.Invariant($"the device did not let the user in (error {reply.Error}). ")
                + "Look at the account on its web page.");
    }

    private JsonObject Credentials(string password, string? encryption)
    {
        var values = new JsonObject
        {
            ["userName"] = login.UserName,
            ["password"] = password,
            ["clientType"] = "Web3.0",
            ["loginType"] = encryption == "WatchNet" ? "WatchNet" : "Direct",
        };
        if (encryption is not null) values["authorityType"] = encryption;
        return values;
    }

    private CameraRequest Request(string path, string method, JsonObject? values)
    {
        var body = new JsonObject
        {
            ["method"] = method,
            ["params"] = values,
            ["id"] = Interlocked.Increment(ref calls)
        };
        if (session.ValueKind is JsonValueKind.String or JsonValueKind.Number)
            body["session"] = JsonNode.Parse(session.GetRawText());
        var name = values?["name"] is { } table && method.EndsWith("getConfig", StringComparison.Ordinal)
            ? $"RPC2 {method} {table}" : $"RPC2 {method}";
        return new CameraRequest(HttpMethod.Post, path)
        {
            Body = Encoding.UTF8.GetBytes(body.ToJsonString()),
            ContentType = "application/json",
            Anonymous = true,
            IsWrite = false,
            Name = name,
            Cookie = session.ValueKind == JsonValueKind.String ? $"WebClientHttpSessionID={session.GetString()}" : null,
        };
    }

    private async Task<RpcReply?> SendAsync(CameraRequest request, CancellationToken cancellationToken)
    {
        var response = await http.SendAsync(request, cancellationToken);
        bytes += response.Body.Length;
        if (bytes > MostBytes) throw Bad(request, "the device says more than any camera has to say.");
        return response.IsSuccess ? RpcReply.Parse(response.Body) : null;
    }

    private static TimeSpan Interval(RpcReply reply) =>
        reply.Params.ValueKind == JsonValueKind.Object
        && reply.Params.TryGetProperty("keepAliveInterval", out var seconds)
        && seconds.ValueKind == JsonValueKind.Number && seconds.TryGetInt32(out var value) && value is >= 1 and < 60
            ? TimeSpan.FromSeconds(value) : Longest;

    private CameraException Bad(CameraRequest request, string detail) =>
        new(CameraError.BadResponse, http.Describe(request), detail);
}
