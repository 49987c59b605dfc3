using System.Text;

namespace CamMigrate.Simulator.Video.Rtsp;

/// <summary>An answer to a viewer.</summary>
/// <param name="Status">Status code and words.</param>
/// <param name="Headers">Header lines without their ends.</param>
internal sealed record RtspResponse(string Status, params string[] Headers)
{
    /// <summary>The request worked.</summary>
    public const string Ok = "200 OK";

    /// <summary>Text after the headers.</summary>
    public string Body { get; init; } = "";

    /// <summary>The answer as sent; <paramref name="sequence"/> is the request's CSeq.</summary>
    public byte[] ToBytes(string sequence)
    {
        var body = Encoding.UTF8.GetBytes(Body);
        var lines = new StringBuilder($"RTSP/1.0 {Status}\r\n");
        if (sequence.Length > 0)
            lines.Append("CSeq: ").Append(sequence).Append("\r\n");
        foreach (var header in Headers)
            lines.Append(header).Append("\r\n");
        if (body.Length > 0)
            lines.Append("Content-Length: ").Append(body.Length).Append("\r\n");
        return [.. Encoding.UTF8.GetBytes(lines.Append("\r\n").ToString()), .. body];
    }
}
