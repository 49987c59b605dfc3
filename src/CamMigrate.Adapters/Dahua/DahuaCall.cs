namespace CamMigrate.Adapters.Dahua;

/// <summary>A document that is no table, in both protocols.</summary>
/// <param name="Name">Its name in reports.</param>
/// <param name="Path">Below <c>/cgi-bin/</c>.</param>
/// <param name="Method">Over RPC2; null = not to be had there.</param>
internal sealed record DahuaCall(string Name, string Path, string? Method)
{
    /// <summary>What every key of its CGI answer begins with.</summary>
    internal string? Prefix { get; init; }

    /// <summary>A call of the same name in both.</summary>
    /// <param name="service">CGI program and RPC2 service, <c>magicBox</c>.</param>
    /// <param name="action">Action and method.</param>
    internal static DahuaCall Of(string service, string action) =>
        new($"{service}.{action}", $"{service}.cgi?action={action}", $"{service}.{action}");
}
