using System.Collections.Immutable;

namespace CamMigrate.Simulator.Video.Clips;

/// <summary>One coded picture.</summary>
/// <param name="Nals">Its NAL units without start codes; parameter sets come first in a keyframe.</param>
/// <param name="IsKeyframe">Whether decoding can begin here (IDR).</param>
public sealed record AccessUnit(ImmutableArray<ReadOnlyMemory<byte>> Nals, bool IsKeyframe);
