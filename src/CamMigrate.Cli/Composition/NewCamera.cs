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
            : new AddressedCamera(CameraAddress.Parse(text), credential, old, cameras);
    }

    /// <summary>Whether two addresses are one door; a missing port is 80.</summary>
    internal static bool IsSamePlace(CameraAddress a, CameraAddress b) =>
        string.Equals(a.Host, b.Host, StringComparison.OrdinalIgnoreCase) && (a.Port ?? 80) == (b.Port ?? 80);

    internal static bool IsSamePlace(string replacement, CameraAddress old) =>
        !MacAddress().IsMatch(replacement) && !replacement.StartsWith("serial:", StringComparison.OrdinalIgnoreCase)
        && !replacement.Equals("discover", StringComparison.OrdinalIgnoreCase) && IsSamePlace(CameraAddress.Parse(replacement), old);

    [GeneratedRegex("^([0-9a-f]{2}[:-]){5}[0-9a-f]{2}$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex MacAddress();

    private sealed class AddressedCamera(CameraAddress address, Credential credential, CameraAddress old, Cameras cameras) : INewCamera
    {
        public string Description => address.ToString();

        public string? Problem { get; private set; }

        public async Task<ICameraTarget?> FindAsync(CancellationToken cancellationToken)
        {
            try
            {
                Problem = null;
                if (IsSamePlace(address, old) && await cameras.IsLegacyAsync(address, cancellationToken))
                {
                    // Its login is never given to the old camera: that would be a refused login there.
                    Problem = "the old camera still answers";
                    return null;
                }

                return await cameras.NewAsync(address, credential, cancellationToken);
            }
            catch (CameraException e) when (e.Reason is not CameraError.Unauthorized)
            {
                Problem = e.Reason is CameraError.Unreachable ? null : e.Message;
                return null;
            }
        }
    }

    private sealed class DiscoveredCamera(
        string description, Func<DiscoveredDevice, bool> isIt, Credential credential, CameraAddress old, Cameras cameras) : INewCamera
    {
        private static readonly TimeSpan Listen = TimeSpan.FromSeconds(4);

        public string Description => description;

        public string? Problem { get; private set; }

        public async Task<ICameraTarget?> FindAsync(CancellationToken cancellationToken)
        {
            Problem = null;
            var answers = await cameras.Discovery().FindAsync(Listen, cancellationToken);
            var found = answers.Where(isIt).Select(AddressOf).Where(a => !IsSamePlace(a, old)).Distinct().ToList();
            if (found.Count > 1)
            {
                throw new UsageException(
                    $"Several cameras answer: {string.Join(", ", found)}. Name the new one by its address.");
            }

            if (found.Count == 0) return null;
            try
            {
                return await cameras.NewAsync(found[0], credential, cancellationToken);
            }
            catch (CameraException e) when (e.Reason is not CameraError.Unauthorized)
            {
                Problem = e.Message;
                return null;
            }
        }

        private static CameraAddress AddressOf(DiscoveredDevice device)
        {
            var port = (device.NearService ?? device.XAddrs.FirstOrDefault())?.Port;
            return new CameraAddress { Host = device.NearAddress.ToString(), Port = port is null or 80 ? null : port };
        }
    }
}
