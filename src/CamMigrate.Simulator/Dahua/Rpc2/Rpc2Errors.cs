namespace CamMigrate.Simulator.Dahua.Rpc2;

/// <summary>Codes of refused calls.</summary>
internal static class Rpc2Errors
{
    public const int Challenge = 268632079;
    public const int OldChallenge = 401;
    public const int Locked = 268632081;
    public const int WrongPassword = 268632085;
    public const int NoInterface = 268632064;
    public const int BadRequest = 268894209;
    public const int NoMethod = 268894210;
    public const int NoData = 285409284;
    public const int NoSession = 287637505;
}
