using System.Text.Json.Nodes;

namespace CamMigrate.Core.Profiles.Diff;

/// <summary>One setting that is not the same in two profiles.</summary>
/// <param name="Path">Setting path; a mask or overlay that stands in both has its name from the left one.</param>
/// <param name="Left">Its value in the first; null = it is not there.</param>
/// <param name="Right">Its value in the second; null = it is not there.</param>
public sealed record ProfileDifference(string Path, JsonNode? Left, JsonNode? Right);
