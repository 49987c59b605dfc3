using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using CamMigrate.Core.Applying;

namespace CamMigrate.Core.Runs;

/// <summary>What was done to a camera: one JSON line before each write and one after it, on the disk before the work goes on.</summary>
public sealed class Journal : IDisposable
{
    private readonly FileStream hold;
    private readonly FileStream file;
    private readonly TimeProvider time;

    private Journal(FileStream hold, FileStream file, TimeProvider time) => (this.hold, this.file, this.time) = (hold, file, time);

    /// <summary>Opens a journal, or begins one.</summary>
    /// <param name="path">Its file.</param>
    /// <param name="time">The clock.</param>
    /// <exception cref="Errors.UsageException">Another process holds it.</exception>
    public static Journal Open(string path, TimeProvider time)
    {
        try
        {
            var held = OpenFile(path + ".lock", FileMode.OpenOrCreate, FileShare.None);
            var journal = new Journal(held, OpenFile(path, FileMode.Append, FileShare.Read), time);
            journal.EndTornLine(path);
            return journal;
        }
        catch (IOException e)
        {
            throw new Errors.UsageException($"The journal {path} cannot be opened for writing ({e.Message}). Is another run using this folder?");
        }
    }

    /// <summary>Notes that a write is about to be sent.</summary>
    /// <param name="operation">What is sent.</param>
    /// <param name="paths">The settings it sets.</param>
    public void Intent(string operation, ImmutableArray<string> paths) =>
        Write(new JsonObject { ["event"] = "writing", ["operation"] = operation, ["paths"] = Strings(paths) });

    /// <summary>Notes what the camera said when it was read back.</summary>
    /// <param name="operation">What was sent.</param>
    /// <param name="outcomes">How each setting ended.</param>
    public void Outcome(string operation, IEnumerable<SettingOutcome> outcomes) =>
        Write(new JsonObject
        {
            ["event"] = "written",
            ["operation"] = operation,
            ["outcomes"] = JsonSerializer.SerializeToNode(outcomes, ReportJson.Options),
        });

    /// <summary>Notes a step of the work.</summary>
    /// <param name="stage">Its name.</param>
    /// <param name="facts">What belongs to it; never a secret.</param>
    public void Stage(string stage, JsonObject? facts = null)
    {
        var line = new JsonObject { ["event"] = "stage", ["stage"] = stage };
        foreach (var (key, value) in facts ?? []) line[key] = value?.DeepClone();
        Write(line);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        file.Dispose();
        hold.Dispose();
    }

    private static FileStream OpenFile(string path, FileMode mode, FileShare share)
    {
        var options = new FileStreamOptions { Mode = mode, Access = FileAccess.Write, Share = share };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = PrivateFiles.FileMode;
        return new FileStream(path, options);
    }

    /// <summary>A power cut may have left half a line: what follows begins on one of its own.</summary>
    private void EndTornLine(string path)
    {
        using var reader = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        if (reader.Length == 0) return;
        reader.Seek(-1, SeekOrigin.End);
        if (reader.ReadByte() != '\n') file.WriteByte((byte)'\n');
    }

    private void Write(JsonObject line)
    {
        line.Insert(0, "time", time.GetUtcNow().ToString("O", System.Globalization.CultureInfo.InvariantCulture));
        file.Write(JsonSerializer.SerializeToUtf8Bytes(line));
        file.WriteByte((byte)'\n');
        file.Flush(flushToDisk: true);
    }

    private static JsonArray Strings(ImmutableArray<string> texts) => [.. texts.Select(t => (JsonNode)t)];
}
