namespace CamMigrate.Simulator.Video;

/// <summary>
/// The coordinate system a camera's protocol draws in: the wire numbers of the four edges of the picture.
/// </summary>
/// <remarks>
/// ISAPI masks and overlays: left 0, right 704, bottom 0, top 576 (they count from the bottom left). ONVIF: left -1,
/// right 1, bottom -1, top 1. Burning a mask needs only this and the raw numbers, so the simulator shares no geometry
/// with the product.
/// </remarks>
/// <param name="Left">Wire x of the left edge.</param>
/// <param name="Right">Wire x of the right edge.</param>
/// <param name="Bottom">Wire y of the bottom edge.</param>
/// <param name="Top">Wire y of the top edge.</param>
public readonly record struct WireFrame(double Left, double Right, double Bottom, double Top);

/// <summary>A corner in wire numbers.</summary>
/// <param name="X">Wire x.</param>
/// <param name="Y">Wire y.</param>
public readonly record struct WirePoint(double X, double Y);
