using CamMigrate.Simulator.Dahua.Tables;
using CamMigrate.Simulator.Estates;
using CamMigrate.Simulator.Http;

namespace CamMigrate.Simulator.Dahua.Cgi;

/// <summary><c>configManager.cgi?action=getConfig</c>: whole tables, parts of them, several at once.</summary>
internal static class CgiConfig
{
    private const string Everything = "All";

    /// <summary>The answer's lines, or null with the answer that refuses.</summary>
    public static (List<string>? Lines, Answer Refusal) Find(DahuaDevice device, CgiCall call, string rawQuery)
    {
        var settings = device.Settings;
        if (call.Names.IsEmpty) return (null, DahuaRefusal.BadRequest);
        if (!settings.EncodedBrackets && rawQuery.Contains("%5B", StringComparison.OrdinalIgnoreCase))
            return (null, DahuaRefusal.Of("empty", ""));
        if (call.Names.Length > 1)
            return settings.Bulk is DahuaBulk.Names or DahuaBulk.Works ? Several(device, call) : Unknown(device, call);
        var name = call.Names[0];
        if (name == Everything && settings.Bulk is DahuaBulk.All or DahuaBulk.Works) return (All(device), null!);
        return One(device, name) is { } lines ? (lines, null!) : Refused(device, name);
    }

    private static (List<string>?, Answer) Several(DahuaDevice device, CgiCall call)
    {
        var found = call.Names.Select(name => One(device, name)).ToList();
        // One unknown name spoils the whole request.
        return found.Contains(null) ? Unknown(device, call) : ([.. found.SelectMany(lines => lines!)], null!);
    }

    private static List<string> All(DahuaDevice device) =>
        [.. DahuaTables.Names(device)
            .SelectMany(name => DahuaTables.Lines(device, name) ?? [])
            .Select(line => line.StartsWith("table.", StringComparison.Ordinal) ? "table.All." + line[6..] : line)];

    private static List<string>? One(DahuaDevice device, string name)
    {
        var end = name.IndexOfAny(['[', '.']);
        if (end < 0) return DahuaTables.Lines(device, name);
        if (device.Settings.Narrow != DahuaNarrow.Works)
            return device.Settings.Narrow == DahuaNarrow.Empty ? [] : null;
        var lines = DahuaTables.Lines(device, name[..end])?.Where(line => IsPart(line, "table." + name)).ToList();
        return lines is [] ? null : lines;
    }

    private static bool IsPart(string line, string prefix) =>
        line.StartsWith(prefix, StringComparison.Ordinal) && line.Length > prefix.Length
        && line[prefix.Length] is '[' or '.' or '=';

    private static (List<string>?, Answer) Refused(DahuaDevice device, string name)
    {
        var table = name.Split('[', '.')[0];
        var how = device.Settings.Refusals.GetValueOrDefault(table)
            ?? (device.Settings.Rpc2Only.Contains(table) ? "badRequest" : DahuaRefusal.Unknown(device));
        return (null, DahuaRefusal.Of(how, name));
    }

    private static (List<string>?, Answer) Unknown(DahuaDevice device, CgiCall call) =>
        (null, DahuaRefusal.Of(DahuaRefusal.Unknown(device), call.Names[0]));
}
