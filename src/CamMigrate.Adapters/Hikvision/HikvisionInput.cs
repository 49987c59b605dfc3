using CamMigrate.Core.Reading;
using CamMigrate.Http;

namespace CamMigrate.Adapters.Hikvision;

/// <summary>A video input of the device.</summary>
/// <param name="Number">Channel number.</param>
/// <param name="Name">Name; null = none.</param>
/// <param name="IsProxied">Whether the picture comes from another camera, over the network.</param>
internal sealed record HikvisionInput(int Number, string? Name, bool IsProxied)
{
    /// <summary>
    /// Reads <c>/System/Video/inputs/channels</c> of cameras and <c>/ContentMgmt/InputProxy/channels</c> of recorders.
    /// </summary>
    internal static IEnumerable<HikvisionInput> Parse(AnswerNode? inputs, AnswerNode? proxies)
    {
        foreach (var input in inputs.Children("VideoInputChannel"))
        {
            input.At("inputPort").Ignore(IgnoreRule.Identity);
            input.At("resDesc").Ignore(IgnoreRule.Status);
            if (input.At("id").Int(1, 999) is { } number)
                yield return new HikvisionInput(number, input.At("name").Text(), false);
        }

        foreach (var proxy in proxies.Children("InputProxyChannel"))
            if (proxy.At("id").Int(1, 999) is { } number)
                yield return new HikvisionInput(number, proxy.At("name").Text(), true);
    }

    /// <summary>Path of a detection document.</summary>
    internal string Detection(string name) => IsProxied
        ? FormattableString.Invariant($"ContentMgmt/InputProxy/channels/{Number}/video/{name}")
        : FormattableString.Invariant($"System/Video/inputs/channels/{Number}/{name}");
}
