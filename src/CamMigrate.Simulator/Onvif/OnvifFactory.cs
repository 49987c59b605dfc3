using System.Collections.Immutable;
using System.Globalization;
using CamMigrate.Simulator.Estates;

namespace CamMigrate.Simulator.Onvif;

/// <summary>The state a virtual ONVIF camera starts with.</summary>
internal static class OnvifFactory
{
    public static OnvifState Create(OnvifSpec spec) => new()
    {
        DateTimeType = spec.Time.Mode,
        TimeZone = spec.Time.TimeZone,
        DaylightSavings = spec.Time.DaylightSavings,
        ClockOffset = TimeSpan.FromSeconds(spec.ClockSkewSeconds),
        NtpFromDhcp = spec.Time.NtpFromDhcp,
        NtpServers = spec.Time.NtpServers,
        Imaging = spec.Sources.ToImmutableDictionary(
            source => source.Token, source => ImagingSettings.Initial(source.Imaging), StringComparer.Ordinal),
        Configurations =
        [
            .. spec.Sources.SelectMany(source => source.Configurations.Select(token =>
                new OnvifSourceConfiguration(token, source.Token, token, source.Rotation, false))),
        ],
        Encoders = [.. spec.Encoders.Select(Encoder)],
        Masks = [.. spec.Masks.Select((mask, i) => new OnvifMask(
            Token("Mask", i), mask.Configuration, mask.Points, "Color", spec.Limits.MaskColors[0], mask.Enabled))],
        Osds = [.. spec.Osds.Select(Osd)],
    };

    private static OnvifEncoder Encoder(OnvifEncoderSpec spec) => new()
    {
        Token = spec.Token,
        Name = spec.Name,
        Configuration = spec.Configuration,
        Encoding = spec.Encoding,
        Profile = spec.Profile,
        Width = spec.Width,
        Height = spec.Height,
        FrameRate = spec.FrameRate,
        Bitrate = spec.Bitrate,
        ConstantBitRate = spec.ConstantBitRate,
        GovLength = spec.GovLength,
        Quality = spec.Quality,
    };

    private static OnvifOsd Osd(OnvifOsdSpec spec, int index) => new()
    {
        Token = Token("OSD", index),
        Configuration = spec.Configuration,
        Kind = spec.Kind,
        Text = spec.Kind == "Plain" ? spec.Text : "",
        DateFormat = spec.Kind is "Date" or "DateAndTime" ? spec.DateFormat : "",
        TimeFormat = spec.Kind is "Time" or "DateAndTime" ? spec.TimeFormat : "",
        Position = spec.Position,
        At = spec.At,
        Fixed = spec.Fixed,
    };

    private static string Token(string kind, int index) =>
        string.Create(CultureInfo.InvariantCulture, $"{kind}_{index + 1}");
}
