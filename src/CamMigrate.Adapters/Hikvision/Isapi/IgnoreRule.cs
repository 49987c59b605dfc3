namespace CamMigrate.Adapters.Hikvision.Isapi;

/// <summary>The rules by which a value is left out, each used at the place that names the value.</summary>
internal static class IgnoreRule
{
    internal const string Empty = "the element holds no value";
    internal const string Capability = "capability: what the camera can do, not what it is set to";
    internal const string Identity = "identity: number or name of this unit or of a list entry";
    internal const string Clock = "clock: changes by itself";
    internal const string Ghost = "copy: this document repeats the main stream word for word";
    internal const string Unused = "unused slot: nothing is drawn or written in it";
    internal const string Derived = "derived: computed by the camera from a value that is carried";
    internal const string NotInForce = "not in force in the mode the camera is set to";
    internal const string Unset = "unset: the camera's word for no value";
    internal const string FactoryDefault = "factory default of the maker";
    internal const string Status = "status: what the camera is doing, not what it is set to";
}
