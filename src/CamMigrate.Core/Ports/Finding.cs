namespace CamMigrate.Core.Ports;

/// <summary>How much a finding matters.</summary>
public enum FindingSeverity
{
    /// <summary>Good to know.</summary>
    Info,

    /// <summary>A person should look.</summary>
    Warning,

    /// <summary>Something is lost or unproven.</summary>
    Error,
}

/// <summary>Something odd, lossy or unsupported that did not stop the work.</summary>
/// <param name="Path">Setting path, or the document's name.</param>
/// <param name="Severity">How much it matters.</param>
/// <param name="Message">What and why, as a sentence.</param>
public sealed record Finding(string Path, FindingSeverity Severity, string Message);
