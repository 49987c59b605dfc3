using System.Globalization;
using CamMigrate.Simulator.Video.Clips;

namespace CamMigrate.Simulator.Video.Rtsp;

/// <summary>
/// Answers the requests of one connection; holds its login and its session, knows nothing of sockets.
/// </summary>
internal sealed class RtspResponder(VideoEngine engine, RtspServerOptions options, NonceBook nonces, string server)
{
    private readonly RtspGuard guard = new(options, nonces);
    private string sessionPath = "";

    /// <summary>The session set up; null before SETUP.</summary>
    public RtspSession? Session { get; private set; }

    /// <summary>Where viewers of any clip are in it.</summary>
    public TimeSpan Elapsed => engine.Elapsed;

    /// <summary>The answer to a request.</summary>
    public RtspResponse Answer(RtspRequest request)
    {
        if (request.Method == "OPTIONS")
            return new(RtspResponse.Ok,
                "Public: OPTIONS, DESCRIBE, SETUP, PLAY, PAUSE, TEARDOWN, GET_PARAMETER, SET_PARAMETER");
        if (guard.Challenge(request) is { } challenge)
            return new("401 Unauthorized", $"WWW-Authenticate: {challenge}");
        return request.Method switch
        {
            "DESCRIBE" => WithClip(request, (_, clip) => Describe(request, clip)),
            "SETUP" => WithClip(request, (stream, clip) => SetUp(request, stream, clip)),
            "PLAY" => InSession(request, session => Play(request, session)),
            "PAUSE" => InSession(request, session => new(RtspResponse.Ok, $"Session: {session.Id}")),
            "TEARDOWN" => InSession(request, session => new(RtspResponse.Ok, $"Session: {session.Id}")),
            "GET_PARAMETER" or "SET_PARAMETER" when request["Session"].Length == 0 => new(RtspResponse.Ok),
            "GET_PARAMETER" or "SET_PARAMETER" =>
                InSession(request, session => new(RtspResponse.Ok, $"Session: {session.Id}")),
            _ => new("501 Not Implemented"),
        };
    }

    /// <summary>Whether a session still shows what the camera is set to.</summary>
    public bool IsCurrent(RtspSession session) =>
        options.Resolve(sessionPath) is { } now && now.Fault == session.Stream.Fault
        && engine.IsSameClip(now.Settings, session.Stream.Settings);

    private static RtspResponse Describe(RtspRequest request, EncodedClip clip) =>
        new(RtspResponse.Ok, $"Content-Base: {BaseOf(request)}/",
            "Content-Type: application/sdp")
        { Body = Sdp.Of(clip) };

    private static RtspResponse Play(RtspRequest request, RtspSession session)
    {
        var info = string.Create(CultureInfo.InvariantCulture,
            $"url={BaseOf(request)}/{Sdp.Track};seq={session.Track.Sequence};rtptime={session.Track.Timestamp}");
        return new(RtspResponse.Ok, $"Session: {session.Id}", "Range: npt=now-", $"RTP-Info: {info}");
    }

    private static string BaseOf(RtspRequest request) => request.Url.TrimEnd('/');

    private RtspResponse SetUp(RtspRequest request, RtspStream stream, EncodedClip clip)
    {
        if (RtspTransport.ChannelOf(request["Transport"]) is not { } channel)
            return new("461 Unsupported Transport");
        Session = new RtspSession(stream, clip, channel);
        sessionPath = request.Path;
        return new(
            RtspResponse.Ok,
            string.Create(
                CultureInfo.InvariantCulture, $"Transport: RTP/AVP/TCP;unicast;interleaved={channel}-{channel + 1}"),
            string.Create(CultureInfo.InvariantCulture,
                $"Session: {Session.Id};timeout={(int)options.SessionTimeout.TotalSeconds}"));
    }

    private RtspResponse InSession(RtspRequest request, Func<RtspSession, RtspResponse> answer) =>
        Session is not null && request["Session"].Split(';')[0].Trim() == Session.Id ? answer(Session)
            : new("454 Session Not Found");

    private RtspResponse WithClip(RtspRequest request, Func<RtspStream, EncodedClip, RtspResponse> answer)
    {
        if (options.Resolve(request.Path) is not { Fault: not RtspFault.NotFound } stream)
            return new("404 Not Found");
        if (engine.TryGet(stream.Settings) is { } clip)
            return answer(stream, clip);
        try
        {
            engine.PrepareIfMissing(stream.Settings, server + request.Path);
        }
        catch (ArgumentException)
        {
            return new("500 Internal Server Error"); // The camera is set to what it cannot stream.
        }

        return new("503 Service Unavailable", "Retry-After: 1");
    }
}
