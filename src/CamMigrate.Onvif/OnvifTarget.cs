using System.Collections.Immutable;
using CamMigrate.Core.Errors;
using CamMigrate.Core.Planning;
using CamMigrate.Core.Ports;
using CamMigrate.Core.Profiles;
using CamMigrate.Http;
using CamMigrate.Onvif.Reading;
using CamMigrate.Onvif.Soap;
using CamMigrate.Onvif.Writing;

namespace CamMigrate.Onvif;

/// <summary>A replacement camera, reached over ONVIF (Device, Media1, Media2, Imaging).</summary>
public sealed class OnvifTarget : ICameraTarget
{
    private readonly CameraHttp http;
    private readonly OnvifServices services;
    private readonly OnvifReader reader;
    private OnvifSnapshot? snapshot;

    private OnvifTarget(CameraHttp http, OnvifServices services, OnvifReader reader)
    {
        this.http = http;
        this.services = services;
        this.reader = reader;
    }

    /// <summary>Requests on the wire so far, login challenges included.</summary>
    public int Requests => services.Session.Requests;

    /// <summary>Operations sent so far that change the camera.</summary>
    public int Writes => services.Session.Writes;

    /// <summary>How often each operation was sent: <c>tr2:SetMask</c>, 2.</summary>
    public IReadOnlyDictionary<string, int> Operations => services.Session.Counts;

    /// <summary>Opens a session: finds out clock, login and services. Writes nothing, tries no login twice.</summary>
    /// <param name="address">Where the camera is.</param>
    /// <param name="credential">The login.</param>
    /// <param name="options">Refusals, bounds, clock, log.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="CameraException">It cannot be reached, is no ONVIF camera, or refused the login.</exception>
    public static async Task<OnvifTarget> ConnectAsync(
        CameraAddress address, Credential credential, OnvifTargetOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(address);
        ArgumentNullException.ThrowIfNull(credential);
        ArgumentNullException.ThrowIfNull(options);
        var line = new CameraHttp(address, credential, options.Refusals, options.Http, options.Logger);
        try
        {
            var session = new OnvifSession(line, credential, options.Refusals, options.Clock, options.Logger);
            var device = (await session.ConnectAsync(cancellationToken)).Device;
            // The login is proven: from here on this certificate is the camera's.
            await line.ConfirmIdentityAsync(device.At("SerialNumber").AsText(), null, cancellationToken);
            var clients = new OnvifServices(session);
            return new OnvifTarget(line, clients, new OnvifReader(clients, device, options));
        }
        catch
        {
            await line.DisposeAsync();
            throw;
        }
    }

    /// <inheritdoc/>
    public async Task<TargetState> ReadAsync(CancellationToken cancellationToken)
    {
        snapshot = await reader.ReadAsync(cancellationToken);
        var state = State(snapshot);
        var serial = state.Identity.SerialNumber;
        await http.ConfirmIdentityAsync(
            serial.Length > 0 ? serial : null, state.Identity.MacAddress, cancellationToken);
        return state;
    }

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">The camera was not read yet.</exception>
    public IReadOnlyList<WriteStep> Steps(CameraProfile planned, IReadOnlyCollection<Change> changes) =>
        new StepBuilder(services, () => Read, planned, changes).Build();

    /// <inheritdoc/>
    public async Task<TargetState> ReadBackAsync(WriteStep step, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(step);
        snapshot = await reader.ReadAreaAsync(Read, step.Area, cancellationToken);
        return State(snapshot);
    }

    /// <inheritdoc/>
    public async Task<ImmutableArray<TargetStream>> StreamsAsync(CancellationToken cancellationToken)
    {
        var streams = ImmutableArray.CreateBuilder<TargetStream>();
        foreach (var source in Read.Sources)
        {
            foreach (var encoder in source.Encoders)
                streams.Add(await StreamAddress.ReadAsync(services, source.Number, encoder, cancellationToken));
        }

        return streams.ToImmutable();
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => http.DisposeAsync();

    private OnvifSnapshot Read => snapshot ?? throw new InvalidOperationException("The camera was not read yet.");

    private TargetState State(OnvifSnapshot now) => StateBuilder.Build(now, http.Address, services.Session.ClockOffset);
}
