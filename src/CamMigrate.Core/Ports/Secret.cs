namespace CamMigrate.Core.Ports;

/// <summary>A password on its way to the one place that sends it. Prints as <c>***</c>, is never serialised or compared.</summary>
/// <param name="value">The password.</param>
public sealed class Secret(string value)
{
    /// <summary>The password itself, for the code that computes a login answer.</summary>
    public string Reveal() => value;

    /// <inheritdoc/>
    public override string ToString() => "***";
}

/// <summary>A login.</summary>
/// <param name="UserName">Login name.</param>
/// <param name="Password">Password.</param>
public sealed record Credential(string UserName, Secret Password);
