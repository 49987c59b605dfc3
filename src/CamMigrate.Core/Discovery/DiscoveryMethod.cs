namespace CamMigrate.Core.Discovery;

/// <summary>How a device was found, the most telling way first: what it says of a device is preferred.</summary>
public enum DiscoveryMethod
{
    /// <summary>Hikvision's SADP inquiry, UDP 37020.</summary>
    Sadp,

    /// <summary>Dahua's DHDiscover, UDP 37810.</summary>
    DhDiscover,

    /// <summary>The binary search of older Dahua devices, UDP 5050.</summary>
    DahuaBinary,

    /// <summary>WS-Discovery, UDP 3702.</summary>
    WsDiscovery,

    /// <summary>A port that answered in an address range.</summary>
    Range,
}
