using System.Globalization;
using System.Xml.Linq;

namespace CamMigrate.Simulator.Onvif.Services;

/// <summary>Microphone and loudspeakers, for reading.</summary>
internal static class AudioService
{
    private const string SourceToken = "AudioSource_1";

    public static Dictionary<XName, OnvifOperation> Operations { get; } = new()
    {
        [Ns.Media1 + "GetAudioSources"] = (device, _) => device.Settings.Audio is null
            ? throw OnvifFault.NotSupported("GetAudioSources")
            : [new XElement(
                Ns.Media1 + "AudioSources",
                new XAttribute("token", SourceToken), new XElement(Ns.Tt + "Channels", 1))],
        [Ns.Media1 + "GetAudioOutputs"] = (device, _) => device.Settings.Audio is not { } audio
            ? throw OnvifFault.NotSupported("GetAudioOutputs")
            : [.. audio.Outputs.Select((_, i) => new XElement(
                Ns.Media1 + "AudioOutputs", new XAttribute("token", OutputToken(i))))],
        [Ns.Media1 + "GetAudioOutputConfigurations"] = Outputs,
        [Ns.Media2 + "GetAudioOutputConfigurations"] = Outputs,
        [Ns.Media1 + "GetAudioOutputConfigurationOptions"] = OutputOptions,
        [Ns.Media2 + "GetAudioOutputConfigurationOptions"] = OutputOptions,
    };

    /// <summary>The source configuration inside a profile; null when the camera is deaf.</summary>
    public static XElement? Source(OnvifDevice device, XName name) => device.Settings.Audio is null
        ? null
        : new XElement(
            name,
            new XAttribute("token", "AudioSourceConfig_1"),
            new XElement(Ns.Tt + "Name", "AudioSourceConfig"),
            new XElement(Ns.Tt + "UseCount", device.State.Encoders.Length),
            new XElement(Ns.Tt + "SourceToken", SourceToken));

    /// <summary>The encoder inside a Media1 profile.</summary>
    public static XElement? Encoder1(OnvifDevice device) => device.Settings.Audio is not { } audio
        ? null
        : new XElement(
            Ns.Tt + "AudioEncoderConfiguration",
            new XAttribute("token", "AudioEncoder_1"),
            new XElement(Ns.Tt + "Name", "AudioEncoder"),
            new XElement(Ns.Tt + "UseCount", device.State.Encoders.Length),
            new XElement(Ns.Tt + "Encoding", audio.Encoding),
            new XElement(Ns.Tt + "Bitrate", audio.Bitrate),
            new XElement(Ns.Tt + "SampleRate", audio.SampleRate),
            VideoEncoders1.Multicast(),
            new XElement(Ns.Tt + "SessionTimeout", "PT60S"));

    /// <summary>The encoder inside a Media2 profile.</summary>
    public static XElement? Encoder2(OnvifDevice device) => device.Settings.Audio is not { } audio
        ? null
        : new XElement(
            Ns.Media2 + "AudioEncoder",
            new XAttribute("token", "AudioEncoder_1"),
            new XElement(Ns.Tt + "Name", "AudioEncoder"),
            new XElement(Ns.Tt + "UseCount", device.State.Encoders.Length),
            new XElement(Ns.Tt + "Encoding", audio.Encoding switch
            {
                "G711" => "PCMU",
                "AAC" => "MP4A-LATM",
                var other => other,
            }),
            new XElement(Ns.Tt + "Bitrate", audio.Bitrate),
            new XElement(Ns.Tt + "SampleRate", audio.SampleRate));

    private static object?[] Outputs(OnvifDevice device, XElement call) =>
    [
        .. (device.Settings.Audio?.Outputs ?? []).Select((level, i) => new XElement(
            call.Name.Namespace + "Configurations",
            new XAttribute("token", string.Create(CultureInfo.InvariantCulture, $"AudioOutputConfig_{i + 1}")),
            new XElement(Ns.Tt + "Name", "AudioOutputConfig"),
            new XElement(Ns.Tt + "UseCount", 0),
            new XElement(Ns.Tt + "OutputToken", OutputToken(i)),
            new XElement(Ns.Tt + "OutputLevel", level))),
    ];

    private static object?[] OutputOptions(OnvifDevice device, XElement call) =>
    [
        new XElement(
            call.Name.Namespace + "Options",
            (device.Settings.Audio?.Outputs ?? []).Select((_, i) =>
                new XElement(Ns.Tt + "OutputTokensAvailable", OutputToken(i))),
            OnvifElements.Range("OutputLevelRange", 0, 100)),
    ];

    private static string OutputToken(int index) =>
        string.Create(CultureInfo.InvariantCulture, $"AudioOutput_{index + 1}");
}
