using CamMigrate.Adapters.Dahua;
using CamMigrate.Adapters.Hikvision;
using CamMigrate.Core.Ports;
using CamMigrate.Http;
using Microsoft.Extensions.Logging;

namespace CamMigrate.Adapters;

/// <summary>The brands that can be read natively, in the order in which they are tried.</summary>
public static class VendorList
{
    /// <summary>Makes a source for every brand.</summary>
    /// <param name="refusals">What no protocol may try again; one for the whole process.</param>
    /// <param name="options">Bounds of every session.</param>
    /// <param name="loggers">Makes the sessions' loggers.</param>
    public static IReadOnlyList<ICameraSource> Create(
        LoginRefusals refusals, CameraHttpOptions options, ILoggerFactory loggers) =>
    [
        new HikvisionSource(refusals, options, loggers),
        new DahuaSource(refusals, options, loggers),
    ];
}
