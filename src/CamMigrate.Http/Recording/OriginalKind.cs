namespace CamMigrate.Http.Recording;

/// <summary>What is known by a value, and so what stands in for it.</summary>
internal enum OriginalKind
{
    /// <summary>A name, place, user or text that people wrote.</summary>
    Name,

    /// <summary>A serial number, telephone number or other number of one device.</summary>
    Serial,

    /// <summary>A MAC address.</summary>
    Mac,

    /// <summary>An IPv4 address, private ones too: together they are the plan of a site's network.</summary>
    Ipv4,

    /// <summary>An IPv6 address.</summary>
    Ipv6,

    /// <summary>A host name.</summary>
    Host,

    /// <summary>An e-mail address.</summary>
    Email,

    /// <summary>A folder or path on another machine.</summary>
    Path,

    /// <summary>A password or key: goes without a stand-in.</summary>
    Secret,
}
