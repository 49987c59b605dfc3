using System.Collections.Immutable;
using System.Globalization;

namespace CamMigrate.Core.Profiles;

/// <summary>A profile file is invalid (exit code 64). Holds every problem in it.</summary>
/// <param name="file">The file, as it was named.</param>
/// <param name="problems">All problems, by line.</param>
public sealed class ProfileException(string file, ImmutableArray<ProfileProblem> problems)
    : Exception(string.Join('\n', problems.Select(p => Describe(file, p))))
{
    /// <summary>The file, as it was named.</summary>
    public string File => file;

    /// <summary>All problems, by line.</summary>
    public ImmutableArray<ProfileProblem> Problems => problems;

    private static string Describe(string file, ProfileProblem problem)
    {
        var place = problem.Line == 0
            ? file
            : string.Create(CultureInfo.InvariantCulture, $"{file}:{problem.Line}:{problem.Column}");
        return problem.Path.Length == 0 ? $"{place}: {problem.Message}" : $"{place}: {problem.Path}: {problem.Message}";
    }
}
