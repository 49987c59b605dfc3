using System.Xml.Linq;
using CamMigrate.Core.Errors;
using CamMigrate.Core.Ports;
using CamMigrate.Http;
using Microsoft.Extensions.Logging;

namespace CamMigrate.Onvif.Soap;

/// <summary>The one place that sends operations to a camera: checks, signs, counts, and reads what comes
/// back.</summary>
/// <param name="http">The line to the camera.</param>
/// <param name="credential">The login; null = none.</param>
/// <param name="refusals">What no protocol may try again.</param>
/// <param name="clock">Our clock.</param>
/// <param name="logger">Takes what happens.</param>
/// <param name="isReadOnly">Whether an operation that changes the camera is refused here, before it is sent.</param>
internal sealed class OnvifSession(
    CameraHttp http, Credential? credential, LoginRefusals refusals, TimeProvider clock, ILogger logger,
    bool isReadOnly = false)
{
    private static readonly TimeSpan ClockLife = TimeSpan.FromMinutes(50);
    private readonly SchemaValidator? schemas = SchemaValidator.FromEnvironment();
    private readonly Dictionary<string, int> counts = new(StringComparer.Ordinal);
    private readonly LoginTrial trial = new();
    private DateTimeOffset clockReadAt;
    private bool isClockStale;
    private bool isProven;
    private bool wasNotAuthorized;

    /// <summary>Where the services are.</summary>
    internal ServiceAddresses Services { get; private set; } = ServiceAddresses.DeviceOnly;

    /// <summary>How the camera wants to be logged in to.</summary>
    internal LoginKind Login { get; private set; } = LoginKind.Open;

    /// <summary>Camera's clock minus ours; null = it does not tell.</summary>
    internal TimeSpan? ClockOffset { get; private set; }

    /// <summary>The address as given, for messages.</summary>
    internal CameraAddress Address => http.Address;

    /// <summary>Requests on the wire, challenges included.</summary>
    internal int Requests => http.Requests;

    /// <summary>Our clock.</summary>
    internal DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>Operations sent that change the camera.</summary>
    internal int Writes { get; private set; }

    /// <summary>How often each operation was sent, <c>tr2:SetMask</c> -> 2.</summary>
    internal IReadOnlyDictionary<string, int> Counts => counts;

    /// <summary>Finds out clock, login and services, in at most five requests, without trying a login.</summary>
    /// <exception cref="CameraException">It cannot be reached, is no ONVIF camera, or refused the login.</exception>
    internal async Task<Greeting> ConnectAsync(CancellationToken cancellationToken)
    {
        var time = await ReadClockAsync(cancellationToken);
        var ask = new XElement(OnvifNames.Tds + "GetDeviceInformation");
        var (answer, said) = await SendAsync(ask, isAnonymous: true, cancellationToken);
        Login = Kind(answer, said);
        logger.LoggedIn(Address.ToString(), Login, ClockOffset?.TotalSeconds ?? 0);
        var device = Login == LoginKind.Open ? said.Response! : await CallAsync(ask, cancellationToken);
        var (services, capabilities) = await FindServicesAsync(cancellationToken);
        return new Greeting(device, time, services, capabilities);
    }

    /// <summary>Asks for the clock without a login, as every ONVIF device must answer.</summary>
    /// <returns>The answer, or a fault: either is of an ONVIF device; null = HTTP asks for a login first.</returns>
    /// <exception cref="CameraException">Something else answers, or nothing.</exception>
    internal async Task<SoapAnswer?> GreetAsync(CancellationToken cancellationToken)
    {
        var (answer, said) = await SendAsync(
            new XElement(OnvifNames.Tds + "GetSystemDateAndTime"), isAnonymous: true, cancellationToken);
        return answer.Status == 401 ? null : said;
    }

    /// <summary>Sends one operation and returns its response element. A write is sent once, whatever happens to
    /// it.</summary>
    /// <param name="body">The operation's element.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="CameraException">It failed; <see cref="CameraException.Code"/> has the camera's own
    /// code.</exception>
    internal Task<XElement> CallAsync(XElement body, CancellationToken cancellationToken) =>
        isProven || credential is null ? AskAsync(body, cancellationToken)
            : trial.AloneAsync(() => AskAsync(body, cancellationToken));

    /// <summary>Asks for what every camera answers.</summary>
    /// <exception cref="CameraException">The camera is gone.</exception>
    internal Task PingAsync(CancellationToken cancellationToken) => ReadClockAsync(cancellationToken);

    private async Task<XElement> AskAsync(XElement body, CancellationToken cancellationToken)
    {
        if (isClockStale || (ClockOffset is not null
            && clock.GetUtcNow() - clockReadAt > ClockLife)) await ReadClockAsync(cancellationToken);
        var (answer, said) = await SendAsync(body, isAnonymous: false, cancellationToken);
        if (answer.Status == 401 && Login == LoginKind.Open && answer.Challenges.Any(c => c.IsDigest))
        {
            // Reading was open, this is not: the first challenge, not a refusal, and nothing was done.
            Login = LoginKind.Digest;
            (answer, said) = await SendAsync(body, isAnonymous: false, cancellationToken);
        }

        if (said.Fault is { } fault)
        {
            var isStillKnown = isReadOnly && isProven && wasNotAuthorized && fault.IsNotAuthorized
                && await IsLoggedInAsync(cancellationToken);
            wasNotAuthorized &= !isStillKnown;
            throw Refusal(answer, fault, body.Name);
        }

        if (Login != LoginKind.Open) isProven = true;
        wasNotAuthorized = false;
        return said.Response!;
    }

    private static LoginKind Kind(CameraResponse answer, SoapAnswer said) =>
        answer.Status == 401 && answer.Challenges.Any(c => c.IsDigest || c.IsBasic) ? LoginKind.Digest
        : said.Fault is not null ? LoginKind.Token
        : LoginKind.Open;

    /// <summary>
    /// Whether the login still holds. A user without rights is refused one document after another; that says nothing
    /// about the login, and must not end the reading.
    /// </summary>
    private async Task<bool> IsLoggedInAsync(CancellationToken cancellationToken)
    {
        var ask = new XElement(OnvifNames.Tds + "GetDeviceInformation");
        return (await SendAsync(ask, isAnonymous: false, cancellationToken)).Said.Fault is null;
    }

    private async Task<(XElement? Services, XElement? Capabilities)> FindServicesAsync(
        CancellationToken cancellationToken)
    {
        XElement? services = null;
        try
        {
            var ask = new XElement(OnvifNames.Tds + "GetServices",
                new XElement(OnvifNames.Tds + "IncludeCapability", "false"));
            services = await CallAsync(ask, cancellationToken);
            Services = Services.WithServices(services);
        }
        catch (CameraException e) when (e.Reason is not (CameraError.Unauthorized or CameraError.TimedOut))
        {
            // Old firmware has no GetServices; some close the connection on it.
        }

        if (Services.Has(OnvifNames.Trt) || Services.Has(OnvifNames.Tr2)) return (services, null);
        var legacy = new XElement(OnvifNames.Tds + "GetCapabilities", new XElement(OnvifNames.Tds + "Category", "All"));
        var capabilities = await CallAsync(legacy, cancellationToken);
        Services = Services.WithCapabilities(capabilities);
        return (services, capabilities);
    }

    private async Task<XElement?> ReadClockAsync(CancellationToken cancellationToken)
    {
        isClockStale = false;
        var (_, said) = await SendAsync(
            new XElement(OnvifNames.Tds + "GetSystemDateAndTime"), isAnonymous: true, cancellationToken);
        if (said.Response is null) logger.ClockHidden(Address.ToString());
        NoteClock(said.Response);
        return said.Response;
    }

    private void NoteClock(XElement? response)
    {
        clockReadAt = clock.GetUtcNow();
        ClockOffset = ClockReading.Offset(response, clockReadAt);
    }

    private CameraException Refusal(CameraResponse answer, SoapFault fault, XName operation)
    {
        if (!fault.IsNotAuthorized) return SoapAnswer.Error(fault, answer, fault.Reason);
        // Once a login has worked, a single refusal is about rights; two in a row, or one before any success, are about
        // the login.
        var isAboutLogin = !isProven || wasNotAuthorized;
        wasNotAuthorized = true;
        return isAboutLogin
            ? http.Refuse(Request(operation, [], isAnonymous: true))
            : new CameraException(CameraError.Rejected, answer.Request,
                $"user '{credential?.UserName}' may not do this on the camera ({fault.Code}). Use an administrator of the camera.")
            { Code = fault.Code, HttpStatus = answer.Status };
    }

    private async Task<(CameraResponse Answer, SoapAnswer Said)> SendAsync(
        XElement body, bool isAnonymous, CancellationToken cancellationToken)
    {
        var isWrite = OnvifOperation.IsWrite(body.Name);
        if (isWrite && isReadOnly)
            throw new InvalidOperationException($"A reading session does not send {OnvifNames.Display(body.Name)}.");
        if (schemas?.Check(body) is [var first, ..])
            throw new InvalidOperationException($"{OnvifNames.Display(body.Name)} breaks ONVIF's schema: {first}");
        var signs = !isAnonymous && credential is not null;
        var created = clock.GetUtcNow() + (ClockOffset ?? TimeSpan.Zero);
        var envelope = SoapEnvelope.Write(body, signs ? UsernameToken.Create(credential!, created) : null);
        var request = Request(body.Name, envelope, isAnonymous: !signs || Login != LoginKind.Digest);
        if (signs) refusals.ThrowIfRefused(Address.Host, credential!.UserName, http.Describe(request));
        Count(body.Name, isWrite);
        var answer = await http.SendAsync(request, cancellationToken);
        if (answer.Status == 401) return (answer, Unauthorized(answer, body.Name));
        var said = SoapAnswer.Read(answer, body.Name);
        if (said.Response is { } response && response.Name.LocalName == "GetSystemDateAndTimeResponse") NoteClock(
            response);
        return (answer, said);
    }

    /// <summary>A 401 may or may not bring a fault along; it means the same.</summary>
    private static SoapAnswer Unauthorized(CameraResponse answer, XName operation)
    {
        try
        {
            if (SoapAnswer.Read(answer, operation) is { Fault: { IsNotAuthorized: true } } said) return said;
        }
        catch (CameraException)
        {
            // A web server's page in front of the service.
        }

        return new SoapAnswer(null, new SoapFault(["ter:NotAuthorized"], "HTTP status 401"));
    }

    private CameraRequest Request(XName operation, byte[] envelope, bool isAnonymous) =>
        new(HttpMethod.Post, PathOf(operation))
        {
            Body = envelope,
            ContentType = SoapEnvelope.ContentType(operation),
            Anonymous = isAnonymous,
            IsWrite = OnvifOperation.IsWrite(operation),
            Name = OnvifNames.Display(operation),
        };

    // A reading session names the operation in its message alone, not in the address too.
    private string PathOf(XName operation) =>
        isReadOnly ? AddressOf(operation).Split('?')[0] : AddressOf(operation);

    private string AddressOf(XName operation) => Services.Find(operation.Namespace) ?? throw new CameraException(
        CameraError.NotSupported, $"{Address}: {OnvifNames.Display(operation)}",
            "the camera does not offer this service.");

    private void Count(XName operation, bool isWrite)
    {
        var name = OnvifNames.Display(operation);
        lock (counts) counts[name] = counts.GetValueOrDefault(name) + 1;
        if (!isWrite) return;
        Writes++;
        // The token is signed by the camera's clock: whatever becomes of this request, the clock must be read again
        // before the next.
        if (operation.LocalName is "SetSystemDateAndTime" or "SetNTP") isClockStale = true;
        logger.Wrote(Address.ToString(), name);
    }
}
