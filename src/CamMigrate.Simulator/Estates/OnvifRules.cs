namespace CamMigrate.Simulator.Estates;

internal static class OnvifRules
{
    public static IEnumerable<string> ProblemsOf(OnvifSpec? camera) => [];
}
