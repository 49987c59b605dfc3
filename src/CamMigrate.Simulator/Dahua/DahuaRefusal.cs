using System.Text;
using CamMigrate.Simulator.Http;

namespace CamMigrate.Simulator.Dahua;

/// <summary>The ways in which devices refuse a call over CGI.</summary>
internal static class DahuaRefusal
{
    private const string Text = "text/plain;charset=utf-8";

    /// <summary>"No such table" and "not allowed" look the same on newer recorders.</summary>
    public static string Unknown(DahuaDevice device) =>
        device.Settings.Unknown ?? (device is { IsNew: true, Settings.Recorder: true } ? "forbidden" : "badRequest");

    public static Answer Of(string how, string name) => how switch
    {
        "forbidden" => Forbidden,
        "empty" => Plain(200, ""),
        "errorText" => Plain(200, $"Error: Error -1 getting param in name={name}\r\n"),
        "notFound" => Answer.Html(404, "Document Error: Not Found"),
        "dropped" => Answer.Dropped,
        _ => BadRequest,
    };

    public static Answer BadRequest => Plain(400, "Error\r\nBad Request!\r\n");

    public static Answer Forbidden => new(
        403, "application/json",
        "{\"error\":{\"code\":403,\"message\":\"Authority:check failure.\"},\"result\":false}\n"u8.ToArray());

    public static Answer Plain(int status, string text) => new(status, Text, Encoding.UTF8.GetBytes(text));
}
