namespace CamMigrate.Simulator.Estates;

internal sealed record OnvifSpec;
