using System.Collections.Immutable;
using CamMigrate.Simulator.Estates;
using CamMigrate.Simulator.Video;

namespace CamMigrate.Simulator;

/// <summary>The running cameras of an estate; dispose to stop them.</summary>
public sealed class Simulation : IAsyncDisposable
{
    private readonly VideoEngine engine;

    private Simulation(ImmutableArray<VirtualCamera> cameras, VideoEngine engine)
    {
        Cameras = cameras;
        this.engine = engine;
    }

    /// <summary>The running cameras, in the estate's order.</summary>
    public ImmutableArray<VirtualCamera> Cameras { get; }

    /// <summary>The camera of a name.</summary>
    /// <param name="name">Name in the estate.</param>
    /// <exception cref="KeyNotFoundException">No running camera has the name.</exception>
    public VirtualCamera this[string name] =>
        Cameras.FirstOrDefault(camera => camera.Name == name)
            ?? throw new KeyNotFoundException($"no running camera is named '{name}'");

    /// <summary>Starts the cameras of an estate on loopback.</summary>
    /// <param name="estate">The cameras.</param>
    /// <param name="options">Which of them, and how.</param>
    /// <param name="cancellationToken">Stops the start.</param>
    /// <exception cref="EstateException"><see cref="SimulationOptions.Only"/> names an unknown camera.</exception>
    /// <exception cref="IOException">An address or port cannot be listened on.</exception>
    public static async Task<Simulation> StartAsync(
        Estate estate, SimulationOptions options, CancellationToken cancellationToken)
    {
        var unknown = options.Only.Except(estate.CameraNames, StringComparer.Ordinal).ToList();
        if (unknown.Count > 0)
        {
            var known = string.Join(", ", estate.CameraNames);
            throw new EstateException([.. unknown.Select(name => $"no camera is named '{name}' (there are: {known})")]);
        }

        var started = new List<VirtualCamera>();
        var encoder = new VideoEngine(new VideoEngineOptions
        {
            CacheFolder = options.VideoCacheFolder,
            Failed = (_, failure) => options.Warn(failure.Message),
        });
        try
        {
            foreach (var spec in estate.Cameras.Where(spec => options.Only.IsEmpty || options.Only.Contains(spec.Name)))
            {
                var camera = new VirtualCamera(spec, options, encoder);
                started.Add(camera);
                await camera.StartAsync(cancellationToken);
            }

            return new Simulation([.. started], encoder);
        }
        catch
        {
            foreach (var camera in started) await camera.DisposeAsync();
            await encoder.DisposeAsync();
            throw;
        }
    }

    /// <summary>Stops every camera.</summary>
    public async ValueTask DisposeAsync()
    {
        foreach (var camera in Cameras) await camera.DisposeAsync();
        await engine.DisposeAsync();
    }
}
