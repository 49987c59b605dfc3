using System.Collections.Immutable;

namespace CamMigrate.Onvif.Reading;

/// <summary>Puts together lists that ONVIF keeps per video source configuration, where people see one
/// picture.</summary>
internal static class PerView
{
    /// <summary>The items of a source. One that does not stand on every view, or not alike, is marked.</summary>
    /// <param name="views">The items of each view.</param>
    /// <param name="find">The index of an item's twin in another view's items; null = it has none there.</param>
    /// <param name="isSame">Whether two twins are alike.</param>
    /// <param name="mark">Marks an item that is not whole.</param>
    internal static ImmutableArray<T> Combine<T>(
        IReadOnlyList<ImmutableArray<T>> views, Func<T, ImmutableArray<T>, int?> find, Func<T, T, bool> isSame,
        Func<T, T> mark)
        where T : class
    {
        var all = ImmutableArray.CreateBuilder<T>();
        var taken = views.Select(_ => new HashSet<int>()).ToList();
        for (var first = 0; first < views.Count; first++)
        {
            for (var index = 0; index < views[first].Length; index++)
            {
                if (taken[first].Contains(index)) continue;
                var item = views[first][index];
                // An item that stands only from a later view on is missing on the first.
                var isWhole = first == 0;
                for (var other = first + 1; other < views.Count; other++)
                {
                    var twin = find(item, views[other]);
                    isWhole &= twin is { } t && taken[other].Add(t) && isSame(item, views[other][t]);
                }

                all.Add(isWhole ? item : mark(item));
            }
        }

        return all.ToImmutable();
    }
}
