using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using CamMigrate.Core.Profiles;

namespace CamMigrate.Core.Tests.Profiles.Schema;

/// <summary>The summaries of the records, from the compiler's documentation file: the words an editor shows.</summary>
internal static partial class Documentation
{
    private static readonly Dictionary<string, string> Summaries =
        XDocument.Load(Path.ChangeExtension(typeof(CameraProfile).Assembly.Location, ".xml")).Descendants("member")
            .Where(m => m.Element("summary") is not null)
            .ToDictionary(m => m.Attribute("name")!.Value, m => Words(m.Element("summary")!));

    /// <summary>The summary of a property; null = it has none.</summary>
    /// <param name="member">The property.</param>
    public static string? Summary(MemberInfo member) =>
        Summaries.GetValueOrDefault($"P:{member.DeclaringType!.FullName}.{member.Name}");

    private static string Words(XElement summary)
    {
        foreach (var see in summary.Elements("see")) see.Value = see.Attribute("cref")!.Value.Split('.')[^1];
        return Space().Replace(summary.Value, " ").Trim();
    }

    [GeneratedRegex(@"\s+", RegexOptions.None, 1000)]
    private static partial Regex Space();
}
