using System.Collections.Immutable;

namespace CamMigrate.Onvif.Areas;

/// <summary>The codec profile to send where the plan names none.</summary>
internal static class OnvifCodecProfile
{
    /// <summary>The present profile while the codec offers it; else Main, or the first that it offers; null = say
    /// nothing.</summary>
    /// <param name="present">The camera's present profile; null = none.</param>
    /// <param name="offered">What the codec to be set offers; empty = unknown.</param>
    internal static string? Keep(string? present, ImmutableArray<string> offered)
    {
        var isOffered = present is not null && offered.Contains(present, StringComparer.OrdinalIgnoreCase);
        if (offered.IsEmpty || isOffered) return present;
        return offered.FirstOrDefault(p => p.Equals("Main", StringComparison.OrdinalIgnoreCase)) ?? offered[0];
    }
}
