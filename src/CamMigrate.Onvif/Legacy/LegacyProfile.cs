using CamMigrate.Core.Reading;

namespace CamMigrate.Onvif.Legacy;

/// <summary>A media profile of either service: which configurations belong together.</summary>
/// <param name="Whole">The profile.</param>
/// <param name="View">Video source configuration; null = it shows nothing.</param>
/// <param name="Encoder">Video encoder configuration; null = it encodes nothing.</param>
/// <param name="AudioSource">Audio source configuration; null = it hears nothing.</param>
/// <param name="AudioEncoder">Audio encoder configuration; null = it carries no sound.</param>
/// <param name="Analytics">Analytics configuration; null = none.</param>
/// <param name="Ptz">PTZ configuration; null = it does not move.</param>
internal sealed record LegacyProfile(
    Part Whole, Part? View, Part? Encoder, Part? AudioSource, Part? AudioEncoder, Part? Analytics, Part? Ptz)
{
    internal string Token => Whole.Token;

    /// <summary>Token of the video source it shows; null = none.</summary>
    internal string? Source => View.Raw("SourceToken");

    /// <summary>Takes the frame of a <c>GetProfilesResponse</c>: identities are left out, and so is what a profile repeats
    /// of another.</summary>
    internal static List<LegacyProfile> Parse(Part? answer)
    {
        var profiles = answer.Children("Profiles").Take(200).Select(One).ToList();
        var known = new Dictionary<(string Kind, string Token), AnswerNode>();
        foreach (var profile in profiles)
        {
            profile.Whole.Node.Ignore(IgnoreRule.Identity, "@token", "Name");
            profile.Whole.Node.Ignore(IgnoreRule.Capability, "@fixed");
            var configurations = profile.Whole.At("Configurations") ?? profile.Whole;
            foreach (var part in configurations.Children().Concat(profile.Whole.At("Extension").Children()))
            {
                part.Node.Ignore(IgnoreRule.Identity, "@token", "Name", "UseCount");
                if (part.Token.Length == 0) continue;
                if (!known.TryAdd((part.Node.Name, part.Token), part.Node))
                    Copies.Ignore(part.Node, known[(part.Node.Name, part.Token)]);
            }
        }

        return profiles;
    }

    private static LegacyProfile One(Part profile)
    {
        var set = profile.At("Configurations");
        Part? Find(string second, string first) => set.At(second) ?? profile.At(first);
        return new LegacyProfile(
            profile,
            Find("VideoSource", "VideoSourceConfiguration"),
            Find("VideoEncoder", "VideoEncoderConfiguration"),
            Find("AudioSource", "AudioSourceConfiguration"),
            Find("AudioEncoder", "AudioEncoderConfiguration"),
            Find("Analytics", "VideoAnalyticsConfiguration"),
            Find("PTZ", "PTZConfiguration"));
    }
}
