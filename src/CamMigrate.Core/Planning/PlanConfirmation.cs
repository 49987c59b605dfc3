using System.Text.Json.Nodes;
using CamMigrate.Core.Errors;
using CamMigrate.Core.Ports;
using CamMigrate.Core.Profiles;
using CamMigrate.Core.Runs;

namespace CamMigrate.Core.Planning;

/// <summary>A yes is a yes to the plan that was shown, and to no other.</summary>
public static class PlanConfirmation
{
    /// <summary>Reads the camera once more and plans again: time passed while a person decided, and cameras have several masters.</summary>
    /// <param name="shown">The plan that was agreed to.</param>
    /// <param name="target">The camera.</param>
    /// <param name="profile">What is wanted.</param>
    /// <param name="kept">What cameras keep.</param>
    /// <param name="isAreaWanted">Which areas were chosen.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>The same plan with the fresh state.</returns>
    /// <exception cref="UsageException">Another plan would be made now.</exception>
    public static async Task<(Plan Plan, TargetState State)> ConfirmUnchangedAsync(
        this Plan shown, ICameraTarget target, CameraProfile profile, KeptValues kept, Func<string, bool>? isAreaWanted,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(shown);
        ArgumentNullException.ThrowIfNull(target);
        var state = await target.ReadAsync(cancellationToken);
        var plan = Planner.Plan(profile, state, kept, isAreaWanted);
        if (state.Identity.Key != shown.Target.Key || !JsonNode.DeepEquals(Essence(shown), Essence(plan)))
            throw new UsageException("The camera was changed by somebody else since the plan was made. Look at the new plan: run the command again.");
        return (plan, state);
    }

    private static JsonArray Essence(Plan plan) =>
        new JsonArray([.. plan.Changes.Where(c => !c.Path.EndsWith("time.clock", StringComparison.Ordinal))
            .Select(c => (JsonNode)new JsonArray(c.Path, c.Disposition.ToString(), c.Current?.DeepClone(), c.Planned?.DeepClone()))]);
}
