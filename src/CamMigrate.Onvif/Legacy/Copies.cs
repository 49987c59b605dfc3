using CamMigrate.Core.Reading;

namespace CamMigrate.Onvif.Legacy;

/// <summary>
/// Cameras say the same thing in many places: each profile repeats its configurations. A repetition is left out value by
/// value, and only where it really says the same.
/// </summary>
internal static class Copies
{
    /// <summary>Leaves out every value of a copy that stands at the same place of the original.</summary>
    /// <param name="copy">The repetition; null = there is none.</param>
    /// <param name="original">What it repeats; null = nothing.</param>
    internal static void Ignore(AnswerNode? copy, AnswerNode? original)
    {
        if (copy is null || original is null || copy == original) return;
        if (copy.IsLeaf && copy.Value == original.Value) copy.Ignore(IgnoreRule.Copy);
        foreach (var group in copy.Children.GroupBy(c => c.Name, StringComparer.Ordinal))
        {
            foreach (var (one, other) in group.Zip(original.Children.Where(c => c.Name == group.Key)))
                Ignore(one, other);
        }
    }
}
