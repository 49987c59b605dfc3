using System.Collections.Immutable;
using CamMigrate.Core.Ports;

namespace CamMigrate.Http.Udp;

/// <summary>What was gathered.</summary>
/// <param name="Items">What the answers hold, in the order of arrival.</param>
/// <param name="Findings">What was odd.</param>
public sealed record UdpAnswers<T>(ImmutableArray<T> Items, ImmutableArray<Finding> Findings);
