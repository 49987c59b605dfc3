using System.Net;
using System.Text;
using CamMigrate.Testing;

namespace CamMigrate.Simulator.Tests.Dahua;

/// <summary>Asks a virtual Dahua over CGI, with .NET's own client.</summary>
internal static class CgiClient
{
    /// <summary>Body of a table, as the bytes say it in UTF-8.</summary>
    public static async Task<string> TableAsync(SimulatedCamera camera, string name) =>
        Encoding.UTF8.GetString(await BytesAsync(camera, $"configManager.cgi?action=getConfig&name={name}"));

    public static async Task<string> TextAsync(SimulatedCamera camera, string call) =>
        Encoding.UTF8.GetString(await BytesAsync(camera, call));

    public static async Task<byte[]> BytesAsync(SimulatedCamera camera, string call)
    {
        using var client = camera.CreateClient();
        return await client.GetByteArrayAsync(new Uri("cgi-bin/" + call, UriKind.Relative));
    }

    public static async Task<(HttpStatusCode Status, string Body)> AnswerAsync(
        SimulatedCamera camera, string call, string? password = null)
    {
        using var client = camera.CreateClient(password);
        using var response = await client.GetAsync(new Uri("cgi-bin/" + call, UriKind.Relative));
        return (response.StatusCode, await response.Content.ReadAsStringAsync());
    }
}
