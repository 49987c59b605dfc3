using System.Collections.Immutable;
using System.Globalization;

namespace CamMigrate.Core.Profiles.Yaml;

/// <summary>Collects the problems of one file.</summary>
internal sealed class ProblemList
{
    private readonly List<ProfileProblem> problems = [];
    private int more;

    /// <summary>Whether nothing was found.</summary>
    public bool IsEmpty => problems.Count == 0;

    /// <summary>Adds a problem.</summary>
    /// <param name="path">Setting path; empty = the whole file.</param>
    /// <param name="place">Where it stands.</param>
    /// <param name="message">What is wrong and what to write instead.</param>
    public void Add(string path, YamlPlace place, string message)
    {
        if (problems.Count < YamlLimits.Problems)
            problems.Add(new ProfileProblem(path, place.Line, place.Column, message));
        else more++;
    }

    /// <summary>All of them as one exception, by line.</summary>
    /// <param name="file">The file, as it was named.</param>
    public ProfileException ToException(string file)
    {
        var sorted = problems.OrderBy(p => p.Line).ThenBy(p => p.Column).ToImmutableArray();
        if (more > 0)
            sorted = sorted.Add(
                new ProfileProblem("", 0, 0, string.Create(CultureInfo.InvariantCulture, $"{more} more problems.")));
        return new ProfileException(file, sorted);
    }
}
