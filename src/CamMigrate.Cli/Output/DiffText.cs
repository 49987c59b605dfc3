using CamMigrate.Core.Profiles.Diff;

namespace CamMigrate.Cli.Output;

/// <summary>Differences of two profiles for people.</summary>
internal static class DiffText
{
    internal static void Write(IEnumerable<ProfileDifference> differences, Action<string> line)
    {
        foreach (var difference in differences)
        {
            var symbol = (difference.Left, difference.Right) switch
            {
                (null, _) => "+",
                (_, null) => "-",
                _ => "~",
            };
            line($"  {symbol} {Terminal.Visible(difference.Path)}: {ValueText.Of(difference.Left)} → {ValueText.Of(difference.Right)}");
        }
    }
}
