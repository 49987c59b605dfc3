using System.Text.Json;
using System.Text.Json.Nodes;
using CamMigrate.Cli.Commands;

namespace CamMigrate.Cli.Output;

/// <summary>
/// What a reading brought, as JSON: the document of <see cref="JsonOutput"/> and what else was asked for.
/// </summary>
internal static class ReadJson
{
    internal static JsonObject Of(ReadResult result, ReadWish wish)
    {
        var document = JsonOutput.Read(result.Report, wish.Output);
        var camera = document["camera"]!.AsObject();
        camera["vendor"] = result.Recognition.Vendor;
        camera["recognisedBy"] = result.Recognition.Because;
        if (wish.Pictures is not null) document["pictures"] = JsonOutput.Node(result.Pictures);
        if (result.Recording is { } recording) document["recording"] = JsonOutput.Node(recording);
        if (result.HasBackup is { } has) document["backup"] = has ? wish.Backup : null;
        if (result.IsLoginRefused)
            document["error"] = JsonOutput.Error(ExitCodes.LoginRefused, ReadText.LoginRefused)["error"]!.DeepClone();
        if (!wish.Explain) return document;
        document["documentFates"] = JsonOutput.Node(result.Report.DocumentFates);
        document["explained"] = new JsonArray([.. result.Report.Fates.Select(f => (JsonNode)new JsonObject
        {
            ["path"] = f.Path,
            ["value"] = ExplainText.Value(f),
            ["outcome"] = JsonNamingPolicy.CamelCase.ConvertName(f.Outcome.ToString()),
            ["why"] = f.Why,
        })]);
        return document;
    }
}
