using System.Globalization;
using SalesRules.Policies;

namespace SalesRules.PolicyReview.Linting;

/// <summary>Stages that are missing, or stand in an order that a sale does not have.</summary>
internal static class StageChecks
{
    public static void Check(LintedPolicy linted)
    {
        foreach (var type in new[] { StageType.ClosedWon, StageType.ClosedLost }.Where(type => !linted.Policy.Stages.Has(type)))
            linted.Warn("lint.no-closed-stage", "stages", $"no stage is of type {type.Name()}, so deals that closed so stand in a stage that the policy does not know; map the org's stage to {type.Name()}");

        var stages = linted.Policy.Stages.All;
        foreach (var stage in stages)
        {
            if (stages.FirstOrDefault(other => other.Order < stage.Order && other.Type > stage.Type && !(other.IsClosed && stage.IsClosed)) is { } earlier)
                linted.Warn("lint.stages-out-of-order", string.Create(CultureInfo.InvariantCulture, $"stages[{stage.Place}]"), $"{stage.Name} ({stage.Type.Name()}) comes after {earlier.Name} ({earlier.Type.Name()}), so a deal in {stage.Name} counts as past {earlier.Type.Name()}; put the stages in the order of a sale, or correct the type");
        }
    }
}
