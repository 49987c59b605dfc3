namespace CamMigrate.Core.Discovery;

/// <summary>Whether a device has been given its first password.</summary>
public enum Activation
{
    /// <summary>As from the factory: it has no password and serves no settings.</summary>
    NotActivated,

    /// <summary>It has a password.</summary>
    Activated,
}
