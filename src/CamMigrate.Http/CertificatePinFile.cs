using System.Text.Json;
using CamMigrate.Core.Errors;
using CamMigrate.Core.Runs;

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
            Save(pins);
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

    private void Save(SortedDictionary<string, CertificatePin> pins)
    {
        PrivateFiles.CreateFolder(Path.GetDirectoryName(Path.GetFullPath(path))!);
        PrivateFiles.WriteAllText(path, JsonSerializer.Serialize(pins, Json));
    }
}
