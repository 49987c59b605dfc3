using System.Text.Json.Nodes;

namespace CamMigrate.Core.Profiles.Diff;

/// <summary>One setting of a profile.</summary>
/// <param name="Path">Setting path as in plans, <c>videoSources[1].imaging.brightness</c>.</param>
/// <param name="Value">Its value. Lists without names (polygons, positions, cells, time servers, ...) are one
/// value.</param>
public sealed record ProfileLeaf(string Path, JsonNode Value);
