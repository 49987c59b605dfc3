namespace CamMigrate.Http;

/// <summary>The certificate of one session: every connection of it is held to the same one.</summary>
internal sealed class SessionCertificate
{
    private volatile CertificatePin? expected;
    private volatile string? presented;
    private volatile bool isVouchedFor;

    /// <summary>The remembered certificate, to be set before the first TLS connection; null = none.</summary>
    internal CertificatePin? Expected
    {
        get => expected;
        set => expected = value;
    }

    /// <summary>
    /// SHA-256 of the self-signed certificate last presented; null = none, or one that an authority vouches for.
    /// </summary>
    internal string? Presented
    {
        get => presented;
        set => presented = value;
    }

    /// <summary>Whether an authority that this computer trusts vouched for one: then none without will do.</summary>
    internal bool IsVouchedFor
    {
        get => isVouchedFor;
        set => isVouchedFor = value;
    }
}
