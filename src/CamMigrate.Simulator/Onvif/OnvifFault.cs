namespace CamMigrate.Simulator.Onvif;

/// <summary>A SOAP fault on its way to the client.</summary>
/// <param name="isSender">Whether the sender is to blame (<c>s:Sender</c>), or the camera (<c>s:Receiver</c>).</param>
/// <param name="reason">Text for people.</param>
/// <param name="subcodes">One or two <c>ter:</c> codes, the outer first, without prefix.</param>
internal sealed class OnvifFault(bool isSender, string reason, params string[] subcodes) : Exception(reason)
{
    public bool IsSender => isSender;

    public IReadOnlyList<string> Subcodes => subcodes;

    public static OnvifFault NotAuthorized() =>
        new(true, "The action requested requires authorization", "NotAuthorized");

    public static OnvifFault Invalid(string reason) => new(true, reason, "InvalidArgs");

    public static OnvifFault Value(string reason, string subcode) => new(true, reason, "InvalidArgVal", subcode);

    /// <summary>The values of a configuration do not go together, or are not among the options.</summary>
    public static OnvifFault Modify(string reason) => Value(reason, "ConfigModify");

    public static OnvifFault NoConfig(string token) => Value($"no configuration has the token '{token}'", "NoConfig");

    public static OnvifFault NotSupported(string operation) =>
        new(false, $"{operation} is not implemented", "ActionNotSupported");
}
