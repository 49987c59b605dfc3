using System.Net.Sockets;
using System.Text;
using CamMigrate.Core.Errors;

namespace CamMigrate.Streams.Rtsp;

/// <summary>
/// Asks for the stream once without a login. It tells the address' faults apart exactly and shows which logins the
/// camera takes, before ffmpeg, which answers whatever it is asked for, gets the password: no redirect to another host,
/// no readable password.
/// </summary>
/// <param name="limits">Time limits.</param>
/// <param name="time">Their clock.</param>
internal sealed class RtspKnock(StreamProverOptions limits, TimeProvider time)
{
    private const int MaxHead = 16 * 1024;

    /// <summary>Knocks. Returns whether the camera asks for a login.</summary>
    /// <param name="address">The stream.</param>
    /// <param name="hasLogin">Whether there is a login to give.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="CameraException">The stream cannot be opened; its code says why.</exception>
    public async Task<bool> AsksForLoginAsync(RtspAddress address, bool hasLogin, CancellationToken cancellationToken)
    {
        var head = await AskAsync(address, cancellationToken);
        var answer = RtspAnswer.Parse(head) ?? throw new CameraException(
            CameraError.BadResponse, address.Request,
            "what answers on this port does not speak RTSP. Check the RTSP port.")
        {
            Code = "notRtsp",
        };
        if (answer.Status is not 401) return RtspFaults.ThrowUnlessOk(address, answer.Status);
        if (!hasLogin)
        {
            throw new CameraException(
                CameraError.Unauthorized, address.Request,
                "the stream needs a login and none was given. Give one with --user.")
            {
                Code = "loginNeeded",
            };
        }

        if (answer.TakesDigestMd5 || (answer.TakesBasic && limits.AllowBasic)) return true;
        throw answer.TakesBasic
            ? new CameraException(
                CameraError.NotSupported, address.Request,
                "the camera takes the RTSP password only as readable text (Basic), so it was not sent. "
                    + "Set RTSP authentication to digest on the camera.")
            {
                Code = "basicOnly",
            }
            : new CameraException(
                CameraError.NotSupported, address.Request,
                "the camera takes no RTSP login that this version can give (Digest with MD5), so none was tried. "
                    + "Set RTSP authentication to digest/MD5 on the camera.")
            {
                Code = "digestNotSupported",
            };
    }

    private async Task<string> AskAsync(RtspAddress address, CancellationToken cancellationToken)
    {
        using var connectLimit = new CancellationTokenSource(limits.ConnectTimeout, time);
        using var answerLimit = new CancellationTokenSource(limits.ConnectTimeout + limits.AnswerTimeout, time);
        using var connecting = CancellationTokenSource.CreateLinkedTokenSource(connectLimit.Token, cancellationToken);
        using var answering = CancellationTokenSource.CreateLinkedTokenSource(answerLimit.Token, cancellationToken);
        var connected = false;
        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync(address.Host, address.Port, connecting.Token);
            connected = true;
            var stream = client.GetStream();
            await stream.WriteAsync(Encoding.ASCII.GetBytes(
                $"DESCRIBE {address.Url} RTSP/1.0\r\n"
                    + "CSeq: 1\r\nUser-Agent: CamMigrate\r\nAccept: application/sdp\r\n\r\n"), answering.Token);
            return await ReadHeadAsync(stream, answering.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw connected
                ? new CameraException(
                    CameraError.TimedOut, address.Request,
                    "the camera took the connection and answered nothing. Check that this is the RTSP port; "
                        + "restart the camera if it is.")
                {
                    Code = "timeout",
                }
                : new CameraException(
                    CameraError.TimedOut, address.Request,
                    FormattableString.Invariant($"no connection to port {address.Port} in time. ")
                        + "Check the address, the cable and a firewall in between.")
                {
                    Code = "timeout",
                };
        }
        catch (SocketException e)
        {
            throw new CameraException(
                CameraError.Unreachable, address.Request,
                FormattableString.Invariant($"no connection to port {address.Port} ({e.SocketErrorCode}). ")
                    + "Check that RTSP is switched on, its port, and the cable.",
                e)
            {
                Code = "unreachable",
            };
        }
        catch (IOException e)
        {
            throw new CameraException(
                CameraError.BadResponse, address.Request,
                "the camera closed the connection without an answer. "
                    + "Close other viewers of this camera, or restart it.",
                e)
            {
                Code = "dropped",
            };
        }
    }

    private static async Task<string> ReadHeadAsync(NetworkStream stream, CancellationToken cancellationToken)
    {
        var buffer = new byte[MaxHead];
        var length = 0;
        while (length < MaxHead)
        {
            var read = await stream.ReadAsync(buffer.AsMemory(length), cancellationToken);
            length += read;
            if (read == 0 && length == 0) throw new IOException("closed without an answer");
            var end = buffer.AsSpan(0, length).IndexOf("\r\n\r\n"u8);
            if (end >= 0) return Encoding.Latin1.GetString(buffer, 0, end);
            if (read == 0) break;
        }

        return Encoding.Latin1.GetString(buffer, 0, length);
    }
}
