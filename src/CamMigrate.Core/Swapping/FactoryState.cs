using System.Collections.Immutable;
using CamMigrate.Core.Planning;

namespace CamMigrate.Core.Swapping;

/// <summary>Signs that a camera is in somebody's use already, and not fresh from the factory.</summary>
internal static class FactoryState
{
    private static readonly string[] BuiltIn = ["admin", "root", "service", "user", "live", "operator", "viewer"];

    /// <summary>What was found; empty = it looks fresh.</summary>
    /// <param name="state">The camera.</param>
    /// <param name="login">The account in use, which does not count.</param>
    internal static ImmutableArray<string> SignsOfUse(TargetState state, string login)
    {
        var signs = ImmutableArray.CreateBuilder<string>();
        var users = (state.Current.Users ?? []).Select(u => u.Username)
            .Where(u => u != login && !BuiltIn.Contains(u, StringComparer.OrdinalIgnoreCase)).ToList();
        foreach (var (path, why) in state.Unread.Where(u => SettingPath.AreaOf(u.Key) is "users" or "masks" or "osds"))
            signs.Add($"{path} that could not be read ({why})");
        if (users.Count > 0) signs.Add($"users: {string.Join(", ", users)}");
        foreach (var source in state.Current.VideoSources ?? [])
        {
            if (source.Masks is { Length: > 0 } masks)
                signs.Add(FormattableString.Invariant($"{masks.Length} privacy mask(s) on video source {source.Number}"));
            foreach (var osd in (source.Osds ?? []).Where(o => !ListMatching.IsFactoryDefault(o)))
                signs.Add($"the overlay '{osd.Text}'");
        }

        return signs.ToImmutable();
    }
}
