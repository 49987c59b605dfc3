using System.Globalization;
using CamMigrate.Testing;

namespace CamMigrate.Cli.Tests;

/// <summary>A small old camera and a small new one that look at one street.</summary>
internal static class VirtualPair
{
    internal const string OldPassword = "Old-marker-5521/&%";
    internal const string NewPassword = "New-marker-7743 ':@";

    internal static Task<SimulatedCamera> OldAsync(string hikvision = "", string camera = "", string mask = "[[72, 300], [214, 300], [214, 420], [72, 420]]",
        int port = 0, string serial = "DS-TEST-000000001") =>
        SimulatedCamera.StartAsync($"""
        name: old
        face: hikvision
        address: 127.0.31.1
        ports: {Text(new { http = port })}
        users:
        - {Text(new { username = "admin", password = OldPassword })}
        - {Text(new { username = "guard", password = "unused" })}
        identity: {Text(new { manufacturer = "Hikvision", model = "DS-TEST/1", serialNumber = serial, macAddress = "00:00:5e:00:53:1f" })}
        scene: street
        {camera}
        hikvision:
          time: {Text(new { mode = "NTP", timeZone = "CST-1:00:00DST01:00:00,M3.5.0/02:00:00,M10.5.0/03:00:00" })}
          {hikvision}
          channels:
          - name: NORTH GATE
            streams:
            - {Text(new { number = 1, codec = "H.265", width = 640, height = 360, frameRate = 25, govLength = 50, bitrate = 1024, smartCodec = false })}
            - {Text(new { number = 2, codec = "H.264", width = 320, height = 180, frameRate = 12.5, govLength = 25, bitrate = 256 })}
            image: {Text(new { brightness = 55, contrast = 48, wdr = "open", wdrLevel = 40 })}
            overlays: {Text(new { nameAt = new[] { 448, 64 }, dateAt = new[] { 16, 544 } })}
            masks:
              regions:
              - points: {mask}
        """.ReplaceLineEndings("\n"));

    /// <summary>A Dahua in the old camera's place, with the same picture and the same mask.</summary>
    internal static Task<SimulatedCamera> OldDahuaAsync() => SimulatedCamera.StartAsync($$"""
        name: old
        face: dahua
        address: 127.0.31.1
        users: [{{Text(new { username = "admin", password = OldPassword })}}]
        scene: street
        dahua:
          channels:
          - name: NORTH GATE
            streams:
            - {codec: H.265, width: 640, height: 360, frameRate: 25, govLength: 50, bitrate: 1024}
            - {codec: H.264, width: 320, height: 180, frameRate: 12.5, govLength: 25, bitrate: 256}
            covers: [{from: [838, 2218], to: [2490, 3925]}]
        """.ReplaceLineEndings("\n"));

    /// <summary>A camera with ONVIF alone in the old camera's place, with the same picture and the same mask.</summary>
    internal static Task<SimulatedCamera> OldOnvifAsync() => SimulatedCamera.StartAsync($$"""
        name: old
        face: onvif
        address: 127.0.31.1
        users: [{{Text(new { username = "admin", password = OldPassword })}}]
        scene: street
        onvif:
          encoders:
          - {token: E1, name: main, width: 640, height: 360, frameRate: 15, bitrate: 1000}
          - {token: E2, name: sub, width: 320, height: 180, frameRate: 10, bitrate: 500}
          osds: [{kind: Plain, text: NORTH GATE, position: Custom, at: [0.2, 0.8]}]
          masks: [{points: [[-0.795, 0.458], [-0.392, 0.458], [-0.392, 0.042], [-0.795, 0.042]]}]
          limits: {resolutions: ['640x360', '320x180']}
        """.ReplaceLineEndings("\n"));

    internal static Task<SimulatedCamera> NewAsync(string onvif = "", string camera = "", string limits = "", int port = 0, string address = "127.0.31.2") =>
        SimulatedCamera.StartAsync(string.Create(CultureInfo.InvariantCulture, $"""
        name: new
        face: onvif
        address: {address}
        ports: {Text(new { http = port })}
        users:
        - {Text(new { username = "installer", password = NewPassword })}
        identity: {Text(new { manufacturer = "Acme", model = "A1", serialNumber = "ACME00000032", macAddress = "00:00:5e:00:53:20" })}
        scene: street
        {camera}
        onvif:
          clockSkewSeconds: -42
          sources:
          - imaging:
              brightness: {Text(new { value = 128, min = 0, max = 255 })}
              wideDynamicRange: {Text(new { value = "OFF", modes = new[] { "OFF", "ON" }, level = new { value = 50 } })}
          encoders:
          - {Text(new { token = "VideoEncoder_1", name = "main", width = 640, height = 360, frameRate = 15, bitrate = 1000 })}
          - {Text(new { token = "VideoEncoder_2", name = "sub", width = 320, height = 180, frameRate = 10, bitrate = 500 })}
          osds:
          - {Text(new { kind = "Plain", text = "Camera 01" })}
          {onvif}
          limits:
            resolutions: ['640x360', '320x180']
            h265MaxHeight: 200
            bitrateStep: 20
            {limits}
        """).ReplaceLineEndings("\n"));

    /// <summary>A port that nobody listens on now.</summary>
    internal static int FreePort(string address = "127.0.31.2")
    {
        using var listener = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Parse(address), 0);
        listener.Start();
        return ((System.Net.IPEndPoint)listener.LocalEndpoint).Port;
    }

    internal static string Of(SimulatedCamera camera) => string.Create(CultureInfo.InvariantCulture, $"{camera.Host}:{camera.HttpPort}");

    /// <summary>A YAML flow mapping: JSON is one.</summary>
    private static string Text(object value) => System.Text.Json.JsonSerializer.Serialize(value, Json);

    private static readonly System.Text.Json.JsonSerializerOptions Json = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
