using System.Collections;
using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;
using System.Text.Json;
using CamMigrate.Core.Profiles;
using FsCheck;
using FsCheck.Fluent;

namespace CamMigrate.Core.Tests.Profiles;

/// <summary>
/// Makes valid profiles with any subset of settings, from the records themselves: a new setting is in every property
/// test at once.
/// </summary>
internal sealed class ProfileGenerator(Random random)
{
    private static readonly NullabilityInfoContext Nullability = new();

    private static readonly string[] HostileTexts =
    [
        "On", "off", "yes", "No", "~", "null", "NULL", "true", "5.20", "0012345", "1_000", "0x1f", "0o17", "1e3",
        ".inf", "-.INF", ".nan",
        "2026-01-31", "2026-01-31T10:00:00Z", "12:30:45", "190:20:30", "=", "<<", "", " ", " a", "a ", "- a", "? a",
        ": a", "a: b", "a #b", "#a", "&a", "*a", "!a", "|", ">", "%a", "@a", "`a", "'", "''", "\"", "\\", "{", "}", "[",
        "]", ",", "a,b", "---", "...", "--- a", "a\nb", "a\r\nb", "\t", "\u0000", "\u0007", "\u001b[31m", "\u007f",
        "\u0085", "\u00a0", "\u2028", "\u2029", "\u202e", "\u2066", "\ufeff", "\uffff",
        "\ud83d\udcf7", "\ue000", "\u00df\u00fc", "\u5317\u9580", "e\u0301", "+1", "-1", ".5", "5.", "1:30", "y", "N",
        "/", "_a", "a=b", "NaN",
    ];

    private readonly Dictionary<string, Func<object>> special = new(StringComparer.Ordinal)
    {
        ["SchemaVersion"] = () => 1,
        ["SchemaMinor"] = () => 0,
        ["Kind:ProfileKind"] = () => ProfileKind.CameraProfile,
        ["PosixTimeZone"] = () => "GMT0BST,M3.5.0/1,M10.5.0",
        ["MacAddress"] = () => "a0:bd:1d:00:10:05",
        ["Color:String"] = () => "#00FF7f",
        ["Rotation"] = () => 90,
        ["PowerLineFrequency"] = () => 60,
        ["Bounds"] = () => ImmutableArray.Create(0.25, 0, 0.5, 1),
        ["Cells"] = () => ImmutableArray.Create("..##", "#...", "...."),
        ["Ipv6"] = () =>
            new IpSettings { Enabled = true, Address = "2001:db8::31", PrefixLength = 64, Gateway = "fe80::1" },
        ["NtpServers"] = () => ImmutableArray.Create("pool.example.org", "192.0.2.1", "2001:db8::1"),
        ["Dns"] = () => ImmutableArray.Create("192.0.2.2", "2001:db8::2"),
        ["Ttl"] = () => 5,
        ["Mtu"] = () => 1500,
        ["From"] = () => "12-24",
        ["To"] = () => "2027-01-01",
        ["RtspPath"] = () => "/Streaming/Channels/101?transportmode=unicast",
        ["SnapshotPath"] = () => "/snap.jpg",
    };

    private int unique;

    /// <summary>Any number of profiles.</summary>
    public static Arbitrary<CameraProfile> Arbitrary { get; } =
        Arb.From(Gen.Choose(0, int.MaxValue - 1).Select(seed => new ProfileGenerator(new Random(seed)).Next()));

    /// <summary>A profile.</summary>
    public CameraProfile Next() => (CameraProfile)Record(typeof(CameraProfile));

    /// <summary>A text that somebody or something may have given a camera.</summary>
    public string Text()
    {
        if (random.Next(3) > 0) return HostileTexts[random.Next(HostileTexts.Length)];
        var runes = Enumerable.Range(0, random.Next(1, 12)).Select(_ => HostileTexts[random.Next(HostileTexts.Length)]);
        return string.Concat(runes);
    }

    private object Record(Type type)
    {
        var record = Activator.CreateInstance(type)!;
        foreach (var property in type.GetProperties().Where(p => p.CanWrite)) Fill(record, property);
        return record;
    }

    private void Fill(object record, PropertyInfo property)
    {
        if (property.Name == nameof(ProfileNode.Extensions))
        {
            if (random.Next(10) == 0) property.SetValue(record, Extensions());
            return;
        }

        var isOptional = Nullability.Create(property).WriteState == NullabilityState.Nullable;
        if (isOptional && random.Next(4) == 0) return;
        property.SetValue(
            record, Value(property, Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType));
    }

    private object Value(PropertyInfo property, Type type)
    {
        if (special.TryGetValue($"{property.Name}:{type.Name}", out var make)
            || special.TryGetValue(property.Name, out make))
            return make();
        if (property.DeclaringType == typeof(WeeklySchedule))
            return ImmutableArray.Create("00:00-06:30", "22:00-24:00");
        if (type == typeof(string)) return Word(property);
        if (type == typeof(Point)) return Place();
        if (type == typeof(ImmutableArray<Point>))
            return property.Name == "Line" ? ImmutableArray.Create(Place(), Place()) : Polygon();
        if (type == typeof(ImmutableArray<ImmutableArray<Point>>)) return ImmutableArray.Create(Polygon(), Polygon());
        if (type.IsGenericType) return List(property, type.GetGenericArguments()[0]);
        if (type == typeof(bool)) return random.Next(2) == 0;
        if (type == typeof(int)) return IsKey(property) ? ++unique : random.Next(1, 100);
        if (type == typeof(double))
            return random.Next(2) == 0
                ? random.Next(1, 101)
                : Math.Round((random.NextDouble() * 98) + 1, random.Next(0, 12));
        if (type.IsEnum) return Enum.GetValues(type).GetValue(random.Next(Enum.GetValues(type).Length))!;
        return Record(type);
    }

    private string Word(PropertyInfo property) => (property.DeclaringType!.Name, property.Name) switch
    {
        (nameof(IpSettings), _) => "192.0.2.31",
        (nameof(MulticastSettings), _) => "239.1.2.3",
        (nameof(Notification) or nameof(NetworkShare), _) => "192.0.2.9",
        (nameof(NetworkSettings), _) => "gate-03",
        _ when IsKey(property) => Text() + (++unique).ToString(CultureInfo.InvariantCulture),
        _ => Text(),
    };

    private static bool IsKey(PropertyInfo property) =>
        property.Name is "Number" or "Stream" or "Username" or "Source" or "Path"
        || (property.Name is "Name"
            && property.DeclaringType!.Name is nameof(Schedule) or nameof(Holiday) or nameof(Rule) or nameof(ImagingProfile));

    private Point Place() =>
        new(Math.Round(random.NextDouble(), random.Next(0, 7)), Math.Round(random.NextDouble(), random.Next(0, 7)));

    private ImmutableArray<Point> Polygon() => [.. Enumerable.Range(0, random.Next(3, 12)).Select(_ => Place())];

    private object List(PropertyInfo property, Type item)
    {
        var items = Array.CreateInstance(item, random.Next(0, 4));
        for (var i = 0; i < items.Length; i++) items.SetValue(Value(property, item), i);
        var create = typeof(ImmutableArray).GetMethods().Single(m =>
            m.Name == nameof(ImmutableArray.CreateRange) && m.GetParameters().Length == 1
                && m.GetGenericArguments().Length == 1);
        return create.MakeGenericMethod(item).Invoke(null, [(IEnumerable)items])!;
    }

    private Dictionary<string, JsonElement> Extensions() => new()
    {
        ["x-note"] = JsonSerializer.SerializeToElement(Text()),
        ["x-Ünï cöde: #"] = JsonSerializer.SerializeToElement(
            new object?[] { 1, 0.00001, -2.5e+30, null, true, new { a = Text(), b = new[] { new { c = 1 } } } }),
        ["x-empty"] = JsonSerializer.SerializeToElement(
            new { list = Array.Empty<int>(), map = new { }, nothing = (string?)null }),
    };
}
