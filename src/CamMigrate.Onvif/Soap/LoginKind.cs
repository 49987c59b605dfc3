namespace CamMigrate.Onvif.Soap;

/// <summary>How a camera wants to be logged in to.</summary>
internal enum LoginKind
{
    /// <summary>It answers without a login; the token travels along for what does not.</summary>
    Open,

    /// <summary>By a token in the message (WS-Security).</summary>
    Token,

    /// <summary>By HTTP Digest; the token travels along, because some want both.</summary>
    Digest,
}
