using System.Text.Json;
using System.Text.Json.Nodes;
using CamMigrate.Core.Ports;
using CamMigrate.Core.Profiles;

namespace CamMigrate.Core.Planning;

/// <summary>Compares what is wanted with what a camera has and can do, setting by setting.</summary>
/// <remarks>
/// The same calls plan before a write and judge after it. Each returns the value to have on the camera, so that an area's
/// planned record is built by its own comparison; null = nothing is planned.
/// </remarks>
public sealed class Comparison
{
    internal const string NotOffered = "the camera does not offer it";

    private const string LeftOut = "left out by the choice of areas";

    private readonly string prefix;
    private readonly Ledger ledger;

    /// <summary>A comparison at the root of a profile.</summary>
    /// <param name="kept">What the camera is known to keep of a value; null = nothing is known.</param>
    /// <param name="isAreaWanted">Which areas a person chose; null = all. Masks are told of even when they are not chosen.</param>
    public Comparison(Func<string, JsonNode, JsonNode?>? kept = null, Func<string, bool>? isAreaWanted = null)
        : this("", new Ledger(kept, isAreaWanted ?? (_ => true)))
    {
    }

    private Comparison(string prefix, Ledger ledger) => (this.prefix, this.ledger) = (prefix, ledger);

    /// <summary>What was compared so far.</summary>
    public IReadOnlyList<Change> Changes => ledger.Changes;

    /// <summary>What a person should know.</summary>
    public IReadOnlyList<Finding> Findings => ledger.Findings;

    /// <summary>Reasons for whole areas that cannot be carried, by path.</summary>
    internal IReadOnlyDictionary<string, string> Blankets => ledger.Blankets;

    /// <summary>The same comparison one level deeper.</summary>
    /// <param name="name">Key, or key with list item: <c>imaging</c>, <c>videoSources[1]</c>.</param>
    public Comparison In(string name) => new(At(name), ledger);

    /// <summary>A percentage, equal within half a step of the device's own units.</summary>
    public double? Percent(string name, double? want, double? have, DeviceRange? range)
    {
        if (want is not { } wanted) return null;
        if (range is not { } r || r.Max <= r.Min) return Refuse<double>(name, wanted, have, NotOffered);
        var device = r.FromPercent(wanted);
        var same = have is { } h && Math.Abs(r.FromPercent(h) - device) <= r.Step / 2;
        var scale = r is { Min: 0, Max: 100 } ? null : FormattableString.Invariant($"{device:0.##} on the camera's scale {r}");
        return Settle(name, wanted, r.ToPercent(device), have, same, false, scale, r.Step / (r.Max - r.Min) * 100);
    }

    /// <summary>A number in the setting's own unit, clamped into the device's range.</summary>
    public double? Number(string name, double? want, double? have, DeviceRange? range, string? reason = null, double? tolerance = null)
    {
        if (want is not { } wanted) return null;
        if (range is not { } r) return Refuse<double>(name, wanted, have, NotOffered);
        var planned = r.Clamp(wanted);
        var isNearest = Math.Abs(planned - wanted) > r.Step / 2;
        var same = have is { } h && Math.Abs(h - planned) <= r.Step / 2;
        return Settle(name, wanted, planned, have, same, isNearest || reason is not null,
            reason ?? (isNearest ? FormattableString.Invariant($"the camera allows {r}") : null), tolerance ?? r.Step);
    }

    /// <summary>One of a set of values.</summary>
    public T? Value<T>(string name, T? want, T? have, IReadOnlyCollection<T> allowed) where T : struct
    {
        if (want is not { } wanted) return null;
        if (!allowed.Contains(wanted))
        {
            return Refuse<T>(name, wanted, have, allowed.Count == 0
                ? NotOffered
                : $"the camera offers only {string.Join(", ", allowed)}");
        }

        return Settle<T>(name, wanted, wanted, have, EqualityComparer<T?>.Default.Equals(want, have), false, null, null);
    }

    /// <summary>A value whose planned form the caller has worked out.</summary>
    /// <param name="name">Key.</param>
    /// <param name="wanted">What the profile wants.</param>
    /// <param name="planned">What the camera can have.</param>
    /// <param name="have">What it has; null = nothing.</param>
    /// <param name="same">Whether it has what is planned.</param>
    /// <param name="isNearest">Whether planned differs from wanted.</param>
    /// <param name="reason">Why; null when plain.</param>
    /// <param name="tolerance">See <see cref="Change.Tolerance"/>.</param>
    /// <returns>What to have on the camera: planned, or what it is known to keep instead.</returns>
    public T? Settle<T>(
        string name, T wanted, T planned, T? have, bool same, bool isNearest, string? reason, double? tolerance) where T : struct
    {
        return Record(name, Node(wanted), Node(planned), Node(have), same, isNearest, reason, tolerance) switch
        {
            Take.Planned => planned,
            Take.Kept => have,
            _ => null,
        };
    }

    /// <inheritdoc cref="Settle{T}(string, T, T, T?, bool, bool, string?, double?)"/>
    public T? Settle<T>(string name, T wanted, T planned, T? have, bool same, bool isNearest, string? reason) where T : class
    {
        return Record(name, Node(wanted), Node(planned), Node(have), same, isNearest, reason, null) switch
        {
            Take.Planned => planned,
            Take.Kept => have,
            _ => null,
        };
    }

    /// <summary>A setting that cannot be carried.</summary>
    public void NotSupported(string name, object? wanted, object? have, string reason) =>
        Add(name, Node(wanted), null, Node(have), Disposition.NotSupported, reason, null);

    /// <summary>A setting only a human can settle.</summary>
    public void NeedsDecision(string name, object? wanted, object? have, string reason) =>
        Add(name, Node(wanted), null, Node(have), Disposition.NeedsDecision, reason, null);

    /// <summary>Something unknown that only a human can settle, whatever areas were chosen.</summary>
    internal void Undecided(string path, string reason) =>
        ledger.Changes.Add(new Change { Path = path, Disposition = Disposition.NeedsDecision, Reason = reason });

    /// <summary>Why every setting of this area that is not compared one by one cannot be carried.</summary>
    public void Blanket(string reason) => ledger.Blankets[prefix] = reason;

    /// <summary>Something a person should know.</summary>
    public void Note(string name, FindingSeverity severity, string message) =>
        ledger.Findings.Add(new Finding(At(name), severity, message));

    private T? Refuse<T>(string name, T wanted, T? have, string reason) where T : struct
    {
        if (have is { } h && EqualityComparer<T>.Default.Equals(wanted, h))
        {
            Add(name, Node(wanted), Node(wanted), Node(have), Disposition.Same, null, null, isThere: true);
            return null;
        }

        NotSupported(name, wanted, have, reason);
        return null;
    }

    private Take Record(
        string name, JsonNode? wanted, JsonNode? planned, JsonNode? have, bool same, bool isNearest, string? reason, double? tolerance)
    {
        if (!ledger.IsAreaWanted(SettingPath.AreaOf(At(name))))
        {
            Add(name, wanted, null, have, same ? Disposition.Same : Disposition.NotSupported, same ? null : LeftOut, tolerance, same);
            return same ? Take.Planned : Take.Nothing;
        }

        if (!same && planned is not null && have is not null && ledger.Kept?.Invoke(At(name), planned) is { } kept
            && JsonNode.DeepEquals(kept, have))
        {
            Add(name, wanted, have, have, Disposition.Same, "kept by the camera: it was written before and the camera keeps this", tolerance, isThere: true);
            return Take.Kept;
        }

        var disposition = isNearest ? Disposition.Nearest : same ? Disposition.Same : Disposition.Set;
        Add(name, wanted, planned, have, disposition, reason, tolerance, same);
        return Take.Planned;
    }

    private void Add(
        string name, JsonNode? wanted, JsonNode? planned, JsonNode? have, Disposition disposition, string? reason, double? tolerance,
        bool isThere = false)
    {
        var area = SettingPath.AreaOf(At(name));
        if (area != "masks" && !ledger.IsAreaWanted(area)) return;
        ledger.Changes.Add(new Change
        {
            Path = At(name),
            Current = have,
            Wanted = wanted,
            Planned = planned,
            Disposition = disposition,
            Reason = reason,
            Tolerance = tolerance,
            IsThere = isThere,
        });
    }

    private static JsonNode? Node(object? value) =>
        value is null ? null : JsonSerializer.SerializeToNode(value, value.GetType(), ProfileJson.Options);

    private string At(string name) => prefix.Length == 0 ? name : $"{prefix}.{name}";

    private enum Take
    {
        Planned,
        Kept,
        Nothing,
    }

    private sealed class Ledger(Func<string, JsonNode, JsonNode?>? kept, Func<string, bool> isAreaWanted)
    {
        public Func<string, bool> IsAreaWanted => isAreaWanted;

        public List<Change> Changes { get; } = [];

        public List<Finding> Findings { get; } = [];

        public Dictionary<string, string> Blankets { get; } = new(StringComparer.Ordinal);

        public Func<string, JsonNode, JsonNode?>? Kept => kept;
    }
}
