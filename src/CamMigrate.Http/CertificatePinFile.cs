using System.Text.Json;
using CamMigrate.Core.Errors;

namespace CamMigrate.Http;

/// <summary>Remembers certificates in a JSON file that only its owner can read.</summary>
/// <param name="path">The file; made, with its folder, at the first certificate.</param>
public sealed class CertificatePinFile(string path) : ICertificatePins, IDisposable
{
    private const int LongestFile = 16 << 20;
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };
    private readonly SemaphoreSlim turn = new(1, 1);

    /// <inheritdoc/>
    public string Location => path;

    /// <inheritdoc/>
    public async Task<CertificatePin?> FindAsync(string address, CancellationToken cancellationToken)
    {
        await turn.WaitAsync(cancellationToken);
        try
        {
            return (await LoadAsync(cancellationToken)).GetValueOrDefault(address);
        }
        finally
        {
            turn.Release();
        }
    }

    /// <inheritdoc/>
    public async Task ConfirmAsync(string address, CertificatePin pin, CancellationToken cancellationToken)
    {
        await turn.WaitAsync(cancellationToken);
        try
        {
            var pins = await LoadAsync(cancellationToken);
            pins[address] = pin;
            await SaveAsync(pins, cancellationToken);
        }
        finally
        {
            turn.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => turn.Dispose();

    private async Task<SortedDictionary<string, CertificatePin>> LoadAsync(CancellationToken cancellationToken)
    {
        var pins = new SortedDictionary<string, CertificatePin>(StringComparer.OrdinalIgnoreCase);
        if (!File.Exists(path)) return pins;
        try
        {
            if (new FileInfo(path).Length > LongestFile) throw new JsonException("too long");
            await using var file = File.OpenRead(path);
            var read = await JsonSerializer.DeserializeAsync<Dictionary<string, CertificatePin>>(
                file, Json, cancellationToken);
            foreach (var (address, pin) in read ?? []) pins[address] = pin;
            return pins;
        }
        catch (JsonException)
        {
            throw new UsageException(
                $"The file of remembered certificates, {path}, cannot be read. Repair it or remove it.");
        }
    }

    private async Task SaveAsync(SortedDictionary<string, CertificatePin> pins, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        var fresh = path + "." + Guid.NewGuid().ToString("N") + ".tmp";
        try
        {
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            await using (var file = new FileStream(fresh, options))
            {
                await JsonSerializer.SerializeAsync(file, pins, Json, cancellationToken);
                file.Flush(flushToDisk: true);
            }

            File.Move(fresh, path, overwrite: true);
        }
        finally
        {
            File.Delete(fresh);
        }
    }
}
