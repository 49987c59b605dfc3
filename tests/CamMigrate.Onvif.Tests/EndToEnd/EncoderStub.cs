using CamMigrate.Onvif.Tests.Soap;

namespace CamMigrate.Onvif.Tests.EndToEnd;

/// <summary>A camera of a few lines with one encoder, which wants a login and refuses writes as the test says.</summary>
internal static class EncoderStub
{
    private const string Encoder =
        "<tt:Name>main</tt:Name><tt:UseCount>1</tt:UseCount><tt:Encoding>JPEG</tt:Encoding>"
        + "<tt:Resolution><tt:Width>640</tt:Width><tt:Height>360</tt:Height></tt:Resolution><tt:Quality>5</tt:Quality>"
        + "<tt:RateControl><tt:FrameRateLimit>25</tt:FrameRateLimit><tt:EncodingInterval>1</tt:EncodingInterval>"
        + "<tt:BitrateLimit>2000</tt:BitrateLimit></tt:RateControl>"
        + "<tt:Multicast><tt:Address><tt:Type>IPv4</tt:Type><tt:IPv4Address>0.0.0.0</tt:IPv4Address></tt:Address>"
        + "<tt:Port>0</tt:Port><tt:TTL>1</tt:TTL><tt:AutoStart>false</tt:AutoStart></tt:Multicast>"
        + "<tt:SessionTimeout>PT60S</tt:SessionTimeout>";

    /// <summary>The answer to a request.</summary>
    /// <param name="request">The request.</param>
    /// <param name="write">The answer to writes.</param>
    /// <param name="isListed">Whether the encoder is still among the configurations.</param>
    internal static StubAnswer? Answer(StubRequest request, Func<StubRequest, StubAnswer?> write, bool isListed = true)
    {
        if (!request.HasToken && request.Name != "GetSystemDateAndTime") return StubAnswer.Fault(400, "NotAuthorized");
        return request.Name switch
        {
            "GetProfiles" => StubAnswer.Ok(
                "<trt:GetProfilesResponse><trt:Profiles token='P' fixed='true'><tt:Name>P</tt:Name>"
                + "<tt:VideoSourceConfiguration token='A'><tt:Name>A</tt:Name><tt:UseCount>1</tt:UseCount>"
                + "<tt:SourceToken>S</tt:SourceToken><tt:Bounds x='0' y='0' width='1920' height='1080'/>"
                + "</tt:VideoSourceConfiguration><tt:VideoEncoderConfiguration token='E'>" + Encoder
                + "</tt:VideoEncoderConfiguration></trt:Profiles></trt:GetProfilesResponse>"),
            "GetVideoEncoderConfigurations" => StubAnswer.Ok("<trt:GetVideoEncoderConfigurationsResponse>"
                + (isListed ? $"<trt:Configurations token='E'>{Encoder}</trt:Configurations>" : "")
                + "</trt:GetVideoEncoderConfigurationsResponse>"),
            ['S', 'e', 't', ..] => write(request),
            _ => StubCamera.Answer(request),
        };
    }
}
