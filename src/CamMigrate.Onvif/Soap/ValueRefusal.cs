using CamMigrate.Core.Errors;

namespace CamMigrate.Onvif.Soap;

/// <summary>Tells a refused value from a refused operation: only a value may be tried in another spelling.</summary>
internal static class ValueRefusal
{
    private static readonly string[] AboutValues =
    [
        "ter:InvalidArgVal", "ter:InvalidArgs", "ter:InvalidArgument", "ter:InvalidParameter", "ter:InvalidTimeZone",
        "ter:InvalidDateTime", "ter:ConfigModify", "ter:ConfigurationConflict", "ter:SettingsInvalid",
    ];

    // What stands beside a code of the first list and says that no other value would do either.
    private static readonly string[] AboutOperations =
    [
        "ter:NotAuthorized", "ter:NotAuthorised", "ter:Unauthorized", "ter:SenderNotAuthorized",
        "ter:FailedAuthentication", "ter:OperationProhibited", "ter:ActionNotSupported", "ter:NotSupported",
        "ter:NotImplemented", "ter:NoConfig", "ter:NoProfile", "ter:NoSource", "ter:NoEntity",
    ];

    /// <summary>Whether the camera said that it refuses the value sent: nothing was changed, and another spelling may
    /// do.</summary>
    /// <param name="refusal">What a write threw.</param>
    internal static bool IsAboutValue(this CameraException refusal)
    {
        if (refusal.Reason != CameraError.Rejected || refusal.Code is not { } code) return false;
        var codes = code.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return codes.Intersect(AboutValues, StringComparer.OrdinalIgnoreCase).Any()
            && !codes.Intersect(AboutOperations, StringComparer.OrdinalIgnoreCase).Any();
    }
}
