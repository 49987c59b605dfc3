using System.Collections.Immutable;
using CamMigrate.Simulator.Video;

namespace CamMigrate.Simulator.Estates;

/// <summary>Which row of the picture tables is in force when: table VideoInMode.</summary>
internal sealed record DahuaProfiles
{
    /// <summary>0: Profile always; 1: by time; 2: by brightness; 4: by hand, Profile day or night.</summary>
    public int Mode { get; init; }

    /// <summary>day, night or normal.</summary>
    public string Profile { get; init; } = "normal";

    /// <summary>Day by the clock, <c>HH:MM:SS</c>.</summary>
    public string DayFrom { get; init; } = "06:00:00";

    public string DayTo { get; init; } = "18:00:00";
}

/// <summary>One row of every picture table: day, night or normal.</summary>
internal sealed record DahuaPicture
{
    public int Brightness { get; init; } = 50;

    public int Contrast { get; init; } = 50;

    public int Saturation { get; init; } = 50;

    public int Hue { get; init; } = 50;

    public int Gamma { get; init; } = 50;

    public int Sharpness { get; init; } = 50;

    /// <summary>Brightness (automatic), Color or BlackWhite.</summary>
    public string DayNight { get; init; } = "Brightness";

    public int DayNightSensitivity { get; init; } = 2;

    /// <summary>Seconds.</summary>
    public int DayNightDelay { get; init; } = 6;

    /// <summary>0 automatic, 2 gain first, 3 exposure first, 4 manual.</summary>
    public int ExposureMode { get; init; }

    /// <summary>Milliseconds: shortest or fixed.</summary>
    public double ExposureMin { get; init; }

    /// <summary>Milliseconds: longest.</summary>
    public double ExposureMax { get; init; } = 40;

    public int GainMin { get; init; }

    public int GainMax { get; init; } = 50;

    public int ExposureCompensation { get; init; } = 50;

    /// <summary>0 outdoor, 1 50 Hz, 2 60 Hz.</summary>
    public int AntiFlicker { get; init; } = 1;

    public string WhiteBalance { get; init; } = "Auto";

    public int RedGain { get; init; } = 50;

    public int BlueGain { get; init; } = 50;

    /// <summary>Off, Backlight, WideDynamic, GlareInhibition or SSA.</summary>
    public string Backlight { get; init; } = "Off";

    /// <summary>Default or Customized, with <see cref="Backlight"/> = Backlight.</summary>
    public string BacklightMode { get; init; } = "Default";

    public int WideDynamic { get; init; } = 50;

    public int GlareInhibition { get; init; } = 50;

    /// <summary>3DType: Off or Auto.</summary>
    public string Denoise { get; init; } = "Auto";

    public int DenoiseLevel { get; init; } = 50;

    /// <summary>Auto, Manual or Off: the infrared.</summary>
    public string Light { get; init; } = "Auto";

    /// <summary>Per cent.</summary>
    public int LightLevel { get; init; } = 50;

    /// <summary>Auto, Manual or Off: the white light (generation new).</summary>
    public string WhiteLight { get; init; } = "Off";

    public int WhiteLightLevel { get; init; } = 100;

    /// <summary>InfraredMode, WhiteMode or AIMode (generation new).</summary>
    public string LightingMode { get; init; } = "InfraredMode";
}

internal sealed record DahuaOverlay
{
    public bool Enabled { get; init; } = true;

    /// <summary>Upper left corner on the wire, 0 to 8191 from the top left.</summary>
    public WirePoint At { get; init; }
}

internal sealed record DahuaClock
{
    public bool Enabled { get; init; } = true;

    public WirePoint At { get; init; } = new(5400, 100);

    public bool ShowWeek { get; init; }
}

internal sealed record DahuaText
{
    public required string Text { get; init; }

    public bool Enabled { get; init; } = true;

    public WirePoint At { get; init; } = new(100, 1000);
}

/// <summary>A privacy mask of VideoWidget, a rectangle.</summary>
internal sealed record DahuaCover
{
    public bool Enabled { get; init; } = true;

    /// <summary>Upper left and lower right corner on the wire.</summary>
    public required WirePoint From { get; init; }

    public required WirePoint To { get; init; }

    /// <summary>Red, green, blue, alpha.</summary>
    public ImmutableArray<int> Color { get; init; } = [0, 0, 0, 0];
}

/// <summary>A row of PrivacyMasking.</summary>
internal sealed record DahuaMask
{
    public bool Enabled { get; init; } = true;

    public string Name { get; init; } = "Mask1";

    public ImmutableArray<WirePoint> Points { get; init; } = [];
}
