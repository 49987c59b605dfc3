using System.Text.Json;
using System.Text.Json.Nodes;
using CamMigrate.Core.Applying;
using CamMigrate.Core.Planning;
using CamMigrate.Core.Ports;
using CamMigrate.Core.Runs;
using CamMigrate.Core.Swapping;
using CamMigrate.Core.Verification;

namespace CamMigrate.Cli.Output;

/// <summary>The JSON documents of the command line: one per verb, with <c>schemaVersion</c>.</summary>
internal static class JsonOutput
{
    private const int SchemaVersion = 1;

    internal static void Print(Terminal terminal, JsonObject document)
    {
        document.Insert(0, "schemaVersion", SchemaVersion);
        terminal.Line(document.ToJsonString(ReportJson.Indented));
    }

    internal static JsonObject Error(int code, string message) => new()
    {
        ["error"] = new JsonObject { ["code"] = code, ["message"] = message },
    };

    internal static JsonObject Read(ReadReport report, string? profilePath) => new()
    {
        ["camera"] = new JsonObject
        {
            ["vendor"] = report.Profile.Source?.Adapter,
            ["manufacturer"] = report.Profile.Source?.Manufacturer,
            ["model"] = report.Profile.Source?.Model,
            ["firmware"] = report.Profile.Source?.Firmware,
        },
        ["profilePath"] = profilePath,
        ["documents"] = Node(report.Documents),
        ["leaves"] = Node(report.Leaves),
        ["findings"] = Node(report.Findings),
        ["requests"] = report.Requests,
        ["refusedLogins"] = report.RefusedLogins,
        ["elapsedMs"] = (int)report.Elapsed.TotalMilliseconds,
    };

    internal static JsonObject Plan(Plan plan) => new()
    {
        ["target"] = Node(plan.Target),
        ["changes"] = Node(plan.Changes),
        ["findings"] = Node(plan.Findings),
        ["totals"] = new JsonObject(Enum.GetValues<Disposition>().Select(d =>
            KeyValuePair.Create(JsonNamingPolicy.CamelCase.ConvertName(d.ToString()), (JsonNode?)plan.Count(d)))),
    };

    internal static JsonObject Apply(ApplyReport report, IEnumerable<Change> lost, string runId) => new()
    {
        ["runId"] = runId,
        ["outcomes"] = Node(report.Outcomes),
        ["writes"] = report.Writes,
        ["remainingChanges"] = report.RemainingChanges,
        ["stopped"] = report.Stopped,
        ["acceptedLosses"] = Node(lost.Select(l => l.Path)),
    };

    internal static JsonObject Verify(VerifyReport report) => new()
    {
        ["settings"] = Node(report.Settings),
        ["streams"] = Node(report.Streams),
        ["proven"] = report.Proven,
    };

    internal static JsonObject Swap(SwapResult result) => new()
    {
        ["run"] = result.Folder,
        ["plan"] = result.Plan is { } plan ? Plan(plan) : null,
        ["apply"] = result.Applied is { } applied ? Apply(applied, result.AcceptedLosses, Path.GetFileName(result.Folder)) : null,
        ["verify"] = result.Verified is { } verified ? Verify(verified) : null,
        ["verifyFailure"] = result.VerifyFailure?.Message,
        ["blocking"] = Node(result.Blocking.Select(c => c.Path)),
        ["undecided"] = Node(result.Undecided.Select(c => c.Path)),
        ["acceptedLosses"] = Node(result.AcceptedLosses.Select(c => c.Path)),
        ["proven"] = result.Proven,
    };

    internal static JsonNode? Node<T>(T value) => JsonSerializer.SerializeToNode(value, ReportJson.Indented);
}
