using System.Xml.Linq;
using CamMigrate.Core.Errors;
using CamMigrate.Core.Ports;
using CamMigrate.Http;
using CamMigrate.Onvif.Clients;

namespace CamMigrate.Onvif.Reading;

/// <summary>Asks where streams are, and trusts no part of the answer but port and path.</summary>
internal static class StreamAddress
{
    private const int MaxLength = 2000;

    internal static async Task<TargetStream> ReadAsync(
        OnvifServices services, int source, OnvifEncoder encoder, CancellationToken cancellationToken)
    {
        IMediaClient?[] clients =
            [services.Media, services.Media == services.Media1 ? services.Media2 : services.Media1];
        var problem = "the camera gives no address for this stream.";
        foreach (var client in clients.OfType<IMediaClient>())
        {
            try
            {
                var answer = await client.GetStreamUriAsync(encoder.ProfileToken, cancellationToken);
                var (uri, trouble) = Parse(answer, services.Session.Address);
                if (uri is not null) return new TargetStream(source, encoder.Stream, uri, null);
                problem = trouble ?? problem;
            }
            catch (CameraException e)
                when (e.Reason is CameraError.NotSupported or CameraError.Rejected or CameraError.BadResponse)
            {
                problem = e.Message;
            }
        }

        return new TargetStream(source, encoder.Stream, null, problem);
    }

    /// <summary>Reads a <c>GetStreamUriResponse</c>: the host is the one we dialled, the port is the camera's, a login
    /// in it is dropped.</summary>
    internal static (Uri? Uri, string? Problem) Parse(XElement answer, CameraAddress address)
    {
        // Some escape the ampersand twice.
        var text = (answer.At("Uri") ?? answer.At("MediaUri", "Uri"))
            .AsText()?.Replace("&amp;", "&", StringComparison.Ordinal);
        if (text is null) return (null, "the camera gives no address for this stream.");
        if (text.Length > MaxLength || text.Any(c => char.IsControl(c) || char.IsWhiteSpace(c))
            || !Uri.TryCreate(text, UriKind.Absolute, out var given) || given.Scheme is not ("rtsp" or "rtsps"))
            return (null, $"the camera's address for this stream is no RTSP address: {Printable.Clip(text)}");
        var builder = new UriBuilder(given.Scheme, address.UrlHost, given.Port, given.AbsolutePath, given.Query);
        return Uri.TryCreate(builder.ToString(), UriKind.Absolute, out var uri)
            ? (uri, null)
            : (null, $"the camera's address for this stream is no RTSP address: {Printable.Clip(text)}");
    }
}
