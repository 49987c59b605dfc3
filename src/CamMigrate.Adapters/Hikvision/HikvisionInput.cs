using CamMigrate.Core.Profiles;
using CamMigrate.Core.Reading;
using CamMigrate.Http;

namespace CamMigrate.Adapters.Hikvision;

/// <summary>A video input of the device.</summary>
/// <param name="Number">Channel number.</param>
/// <param name="Name">Name; null = none.</param>
/// <param name="IsProxied">Whether the picture comes from another camera, over the network.</param>
internal sealed record HikvisionInput(int Number, string? Name, bool IsProxied)
{
    /// <summary>Largest channel number that is believed.</summary>
    internal const int MostChannels = 999;

    /// <summary>The camera behind a recorder's channel; null = none, or not told.</summary>
    internal ChannelDevice? Device { get; init; }

    /// <summary>
    /// Reads <c>/System/Video/inputs/channels</c> of cameras and <c>/ContentMgmt/InputProxy/channels</c> of recorders.
    /// </summary>
    internal static IEnumerable<HikvisionInput> Parse(AnswerNode? inputs, AnswerNode? proxies)
    {
        foreach (var input in inputs.Children("VideoInputChannel"))
        {
            input.At("inputPort").Ignore(IgnoreRule.Identity);
            input.At("resDesc").Ignore(IgnoreRule.Status);
            if (input.At("id").Int(1, MostChannels) is { } number)
                yield return new HikvisionInput(number, input.At("name").Text(), false);
        }

        foreach (var proxy in proxies.Children("InputProxyChannel"))
            if (proxy.At("id").Int(1, MostChannels) is { } number)
                yield return new HikvisionInput(number, proxy.At("name").Text(), true) { Device = Behind(proxy) };
    }

    private static ChannelDevice? Behind(AnswerNode proxy)
    {
        proxy.At("devIndex").Ignore(IgnoreRule.Identity);
        if (proxy.At("sourceInputPortDescriptor") is not { } camera) return null;
        camera.Ignore(IgnoreRule.Identity, "firmwareVersion", "deviceID");
        return new ChannelDevice
        {
            Address = HikvisionHost.Address(camera),
            Port = camera.At("managePortNo").Int(1),
            Protocol = camera.At("proxyProtocol").Text(),
            Model = camera.At("model").Text(),
            SerialNumber = camera.At("serialNumber").Text(),
            Input = camera.At("srcInputPort").Int(1),
        };
    }
}
