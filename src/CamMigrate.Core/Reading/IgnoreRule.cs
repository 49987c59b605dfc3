namespace CamMigrate.Core.Reading;

/// <summary>The rules by which a value is left out, each used at the place that names the value.</summary>
public static class IgnoreRule
{
    /// <summary>No value.</summary>
    public const string Empty = "the element holds no value";

    /// <summary>What the camera can do.</summary>
    public const string Capability = "capability: what the camera can do, not what it is set to";

    /// <summary>Numbers and names of units and entries.</summary>
    public const string Identity = "identity: number or name of this unit or of a list entry";

    /// <summary>Changes by itself.</summary>
    public const string Clock = "clock: changes by itself";

    /// <summary>A copy of another document.</summary>
    public const string Ghost = "copy: this document repeats the main stream word for word";

    /// <summary>Stands elsewhere, too, with the same value.</summary>
    public const string Copy = "copy: the same value stands in another part of the answers";

    /// <summary>An unused entry of a list.</summary>
    public const string Unused = "unused slot: nothing is drawn or written in it";

    /// <summary>Computed from a value that is carried.</summary>
    public const string Derived = "derived: computed by the camera from a value that is carried";

    /// <summary>Has no effect as the camera is set.</summary>
    public const string NotInForce = "not in force in the mode the camera is set to";

    /// <summary>The camera's word for no value.</summary>
    public const string Unset = "unset: the camera's word for no value";

    /// <summary>The maker's default.</summary>
    public const string FactoryDefault = "factory default of the maker";

    /// <summary>What the camera is doing.</summary>
    public const string Status = "status: what the camera is doing, not what it is set to";
}
