namespace CamMigrate.Http;

/// <summary>
/// What a reading session may send. The rule stands before the socket, so no mistake above it reaches a camera.
/// </summary>
internal static class ReadOnlyRule
{
    // Paths that act on a camera whatever the method.
    private static readonly string[] Actions =
    [
        "reboot", "restart", "trigger", "goto", "factoryReset", "factoryDefault", "updateFirmware", "activate", "open",
        "close", "format", "manualTrigger",
    ];

    internal static void Check(CameraRequest request)
    {
        var path = request.Path.Split('?')[0];
        if (request.Method != HttpMethod.Get || request.IsWrite
            || path.Split('/').Any(
                part => Actions.Contains(Uri.UnescapeDataString(part), StringComparer.OrdinalIgnoreCase)))
            throw new InvalidOperationException($"A reading session does not send {request.Method} {path}.");
    }
}
