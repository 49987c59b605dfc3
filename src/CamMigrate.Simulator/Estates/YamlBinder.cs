using System.Collections;
using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using CamMigrate.Simulator.Video;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;
using static System.FormattableString;

namespace CamMigrate.Simulator.Estates;

/// <summary>
/// Fills records from a YAML tree: camelCase keys, unknown ones refused, all problems collected with their lines.
/// </summary>
internal sealed class YamlBinder(List<string> problems)
{
    private static readonly MethodInfo ArrayOf = typeof(YamlBinder).GetMethod(
        nameof(ToArray), BindingFlags.NonPublic | BindingFlags.Static)!;

    public static T? Bind<T>(string yaml, List<string> problems)
        where T : class
    {
        var stream = new YamlStream();
        try
        {
            stream.Load(new StringReader(yaml));
        }
        catch (YamlException e)
        {
            problems.Add(Invariant($"line {e.Start.Line}: {e.Message}"));
            return null;
        }

        if (stream.Documents is [{ RootNode: YamlMappingNode root }])
            return (T?)new YamlBinder(problems).Value(root, typeof(T), "");
        problems.Add("expected one YAML document that is a map");
        return null;
    }

    private object? Value(YamlNode node, Type type, string path)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type == typeof(WirePoint)) return Point(node, path);
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ImmutableArray<>))
            return List(node, type, path);
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ImmutableDictionary<,>))
            return Map(node, path);
        if (type == typeof(string) || type.IsPrimitive || type.IsEnum) return Scalar(node, type, path);
        return Record(node, type, path);
    }

    private object? Record(YamlNode node, Type type, string path)
    {
        if (node is not YamlMappingNode map) return Problem(node, path, "expected a map");
        var record = Activator.CreateInstance(type)!;
        var properties = type.GetProperties()
            .Where(p => p.CanWrite).ToDictionary(p => Camel(p.Name), StringComparer.Ordinal);
        foreach (var (key, child) in map.Children)
        {
            var name = (key as YamlScalarNode)?.Value ?? "";
            if (!properties.TryGetValue(name, out var property))
                Problem(key, Join(path, name), $"unknown key (known: {string.Join(", ", properties.Keys)})");
            else if (Value(child, property.PropertyType, Join(path, name)) is { } value)
                property.SetValue(record, value);
        }

        foreach (var (name, property) in properties)
        {
            if (property.IsDefined(typeof(RequiredMemberAttribute))
                && !map.Children.ContainsKey(new YamlScalarNode(name)))
                Problem(node, Join(path, name), "missing");
        }

        return record;
    }

    private object? List(YamlNode node, Type type, string path)
    {
        if (node is not YamlSequenceNode sequence) return Problem(node, path, "expected a list");
        var item = type.GetGenericArguments()[0];
        var items = sequence.Children
            .Select((child, i) => Value(child, item, Invariant($"{path}[{i + 1}]")))
            .Where(value => value is not null)
            .ToList();
        return ArrayOf.MakeGenericMethod(item).Invoke(null, [items]);
    }

    private object? Map(YamlNode node, string path)
    {
        if (node is not YamlMappingNode map) return Problem(node, path, "expected a map");
        return map.Children.ToImmutableDictionary(
            pair => (pair.Key as YamlScalarNode)?.Value ?? "",
            pair => (string?)Scalar(pair.Value, typeof(string), $"{path}['{pair.Key}']") ?? "",
            StringComparer.Ordinal);
    }

    private object? Point(YamlNode node, string path)
    {
        if (node is YamlSequenceNode { Children: [YamlScalarNode x, YamlScalarNode y] }
            && double.TryParse(x.Value, CultureInfo.InvariantCulture, out var left)
            && double.TryParse(y.Value, CultureInfo.InvariantCulture, out var up))
            return new WirePoint(left, up);
        return Problem(node, path, "expected a point [x, y]");
    }

    private object? Scalar(YamlNode node, Type type, string path)
    {
        if (node is not YamlScalarNode { Value: { } text }) return Problem(node, path, "expected a single value");
        if (type == typeof(string)) return EstateRules.FitsXml(text) ? text : Problem(node, path, EstateRules.NotXml);
        if (type == typeof(bool) && bool.TryParse(text, out var truth)) return truth;
        if (type == typeof(int) && int.TryParse(text, CultureInfo.InvariantCulture, out var whole)) return whole;
        if (type == typeof(double) && double.TryParse(text, CultureInfo.InvariantCulture, out var number))
            return number;
        if (type.IsEnum && !char.IsAsciiDigit(text.FirstOrDefault())
            && Enum.TryParse(type, text, ignoreCase: true, out var word))
            return word;
        var expected = type.IsEnum ? string.Join(" | ", Enum.GetNames(type).Select(Camel))
            : type == typeof(bool) ? "true | false"
            : type == typeof(int) ? "a whole number" : "a number";
        return Problem(node, path, $"'{text}' is not {expected}");
    }

    private static ImmutableArray<T> ToArray<T>(IEnumerable values) => [.. values.Cast<T>()];

    private static string Join(string path, string name) => path.Length == 0 ? name : $"{path}.{name}";

    private static string Camel(string name) => char.ToLowerInvariant(name[0]) + name[1..];

    private object? Problem(YamlNode node, string path, string message)
    {
        problems.Add(Invariant($"line {node.Start.Line}: {path}: {message}"));
        return null;
    }
}
