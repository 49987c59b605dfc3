using System.Text.RegularExpressions;
using CamMigrate.Core.Errors;
using CamMigrate.Core.Ports;
using CamMigrate.Onvif.Discovery;

namespace CamMigrate.Cli.Composition;

/// <summary>The replacement camera as a person may name it.</summary>
internal static partial class NewCamera
{
    internal static INewCamera Named(string text, Credential credential, CameraAddress old, Cameras cameras)
    {
        if (MacAddress().IsMatch(text)) return new DiscoveredCamera($"MAC {text}", d => d.Mentions(text), credential, old, cameras);
        if (text.StartsWith("serial:", StringComparison.OrdinalIgnoreCase))
        {
            var serial = text["serial:".Length..];
            return new DiscoveredCamera($"serial {serial}", d => d.Mentions(serial), credential, old, cameras);
        }

        return text.Equals("discover", StringComparison.OrdinalIgnoreCase)
            ? new DiscoveredCamera("the only other camera that answers WS-Discovery", _ => true, credential, old, cameras)
            : new AddressedCamera(CameraAddress.Parse(text), credential, cameras);
    }

    [GeneratedRegex("^([0-9a-f]{2}[:-]){5}[0-9a-f]{2}$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex MacAddress();

    private sealed class AddressedCamera(CameraAddress address, Credential credential, Cameras cameras) : INewCamera
    {
        public string Description => address.ToString();

        public async Task<ICameraTarget?> FindAsync(CancellationToken cancellationToken)
        {
            try
            {
                return await cameras.NewAsync(address, credential, cancellationToken);
            }
            catch (CameraException e) when (e.Reason is CameraError.Unreachable or CameraError.TimedOut)
            {
                return null;
            }
        }
    }

    private sealed class DiscoveredCamera(
        string description, Func<DiscoveredDevice, bool> isIt, Credential credential, CameraAddress old, Cameras cameras) : INewCamera
    {
        private static readonly TimeSpan Listen = TimeSpan.FromSeconds(4);

        public string Description => description;

        public async Task<ICameraTarget?> FindAsync(CancellationToken cancellationToken)
        {
            var answers = await cameras.Discovery().FindAsync(Listen, cancellationToken);
            var found = answers.Where(isIt).Select(AddressOf).Where(a => a.Host != old.Host || a.Port != old.Port).Distinct().ToList();
            if (found.Count > 1)
            {
                throw new UsageException(
                    $"Several cameras answer: {string.Join(", ", found)}. Name the new one by its address.");
            }

            return found.Count == 0 ? null : await cameras.NewAsync(found[0], credential, cancellationToken);
        }

        /// <summary>Where the answer came from, with the port the camera names: its own idea of its host may be wrong.</summary>
        private static CameraAddress AddressOf(DiscoveredDevice device)
        {
            var port = device.XAddrs.FirstOrDefault(x => x.Host == device.Address.ToString())?.Port ?? device.XAddrs.FirstOrDefault()?.Port;
            return new CameraAddress { Host = device.Address.ToString(), Port = port is null or 80 ? null : port };
        }
    }
}
