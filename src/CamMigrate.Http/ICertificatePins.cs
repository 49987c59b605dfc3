namespace CamMigrate.Http;

/// <summary>Remembers the certificate of each camera, because cameras sign their own.</summary>
public interface ICertificatePins
{
    /// <summary>Where a person finds what is remembered, for messages.</summary>
    string Location { get; }

    /// <summary>What is remembered for an address; null = never seen. Asked before a login is sent.</summary>
    /// <param name="address">Host and port.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    Task<CertificatePin?> FindAsync(string address, CancellationToken cancellationToken);

    /// <summary>Remembers a certificate, once it is known whose it is.</summary>
    /// <param name="address">Host and port.</param>
    /// <param name="pin">Certificate and camera.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    Task ConfirmAsync(string address, CertificatePin pin, CancellationToken cancellationToken);
}

/// <summary>A remembered certificate.</summary>
/// <param name="Sha256">SHA-256 of the certificate, upper-case hex.</param>
/// <param name="SerialNumber">Serial number of the camera; null = unknown.</param>
/// <param name="MacAddress">MAC address of the camera; null = unknown.</param>
public sealed record CertificatePin(string Sha256, string? SerialNumber, string? MacAddress);
