using System.Globalization;
using System.Text.Json;
using CamMigrate.Core.Reading;

namespace CamMigrate.Adapters.Dahua.Rpc;

/// <summary>The values of a call in the same form as those of CGI: members by name, arrays by index.</summary>
internal static class RpcTree
{
    /// <summary>Makes the tree. A null of JSON is no value and is left out.</summary>
    /// <param name="name">Name of the document.</param>
    /// <param name="value">Its values.</param>
    internal static AnswerNode Tree(string name, JsonElement value)
    {
        var root = new DahuaBranch();
        Fill(root, value);
        return root.Tree(name);
    }

    private static void Fill(DahuaBranch branch, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var member in value.EnumerateObject())
                    if (member.Value.ValueKind != JsonValueKind.Null)
                        Fill(branch.Below(member.Name, isIndex: false), member.Value);
                break;
            case JsonValueKind.Array:
                var index = 0;
                foreach (var item in value.EnumerateArray())
                {
                    var name = index++.ToString(CultureInfo.InvariantCulture);
                    if (item.ValueKind != JsonValueKind.Null) Fill(branch.Below(name, isIndex: true), item);
                }

                break;
            case JsonValueKind.String:
                branch.Add(Text(value));
                break;
            case JsonValueKind.True or JsonValueKind.False:
                branch.Add(value.ValueKind == JsonValueKind.True ? "true" : "false");
                break;
            case JsonValueKind.Number:
                branch.Add(value.GetRawText());
                break;
        }
    }

    private static string Text(JsonElement value)
    {
        try
        {
            return value.GetString()!.Trim();
        }
        catch (InvalidOperationException)
        {
            return ""; // half of a pair of surrogates: no text
        }
    }
}
