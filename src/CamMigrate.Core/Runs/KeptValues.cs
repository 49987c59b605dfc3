using System.Text.Json;
using System.Text.Json.Nodes;

namespace CamMigrate.Core.Runs;

/// <summary>What cameras keep instead of what is written to them (bit rates in steps of their own), by device, path and planned value.</summary>
/// <param name="path">The file they are kept in.</param>
public sealed class KeptValues(string path)
{
    private readonly Lock gate = new();
    private JsonObject? values;

    /// <summary>What this camera kept when this value was written; null = unknown.</summary>
    /// <param name="device">The device's key.</param>
    /// <param name="setting">Setting path.</param>
    /// <param name="planned">The value that was written.</param>
    public JsonNode? Find(string device, string setting, JsonNode planned)
    {
        lock (gate)
        {
            return Load()[device]?[setting] is JsonObject entry && JsonNode.DeepEquals(entry["planned"], planned)
                ? entry["kept"]?.DeepClone()
                : null;
        }
    }

    /// <summary>Remembers what a camera kept.</summary>
    /// <param name="device">The device's key.</param>
    /// <param name="setting">Setting path.</param>
    /// <param name="planned">The value that was written.</param>
    /// <param name="kept">The value that was read back.</param>
    public void Remember(string device, string setting, JsonNode planned, JsonNode kept)
    {
        ArgumentNullException.ThrowIfNull(planned);
        ArgumentNullException.ThrowIfNull(kept);
        lock (gate)
        {
            var all = Load();
            if (all[device] is not JsonObject own) all[device] = own = [];
            own[setting] = new JsonObject { ["planned"] = planned.DeepClone(), ["kept"] = kept.DeepClone() };
            Save(all);
        }
    }

    /// <summary>Forgets a setting that the camera now keeps as written.</summary>
    /// <param name="device">The device's key.</param>
    /// <param name="setting">Setting path.</param>
    public void Forget(string device, string setting)
    {
        lock (gate)
        {
            var all = Load();
            if (all[device] is JsonObject own && own.Remove(setting)) Save(all);
        }
    }

    private JsonObject Load()
    {
        if (values is not null) return values;
        if (!File.Exists(path)) return values = [];
        try
        {
            values = JsonNode.Parse(File.ReadAllText(path)) as JsonObject;
        }
        catch (JsonException e)
        {
            throw new Errors.UsageException($"{path} is damaged ({e.Message}). Delete it: what cameras keep is then learnt anew.");
        }

        return values ??= [];
    }

    private void Save(JsonObject all)
    {
        PrivateFiles.CreateFolder(Path.GetDirectoryName(Path.GetFullPath(path))!);
        PrivateFiles.WriteAllText(path, all.ToJsonString());
    }
}
