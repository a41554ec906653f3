using SalesRules.Decisions;
using SalesRules.Snapshots;

namespace SalesRules.PolicyReview.Differences;

/// <summary>What one deal's decision would be under another policy, as far as it differs.</summary>
/// <param name="Changes">By what differs: forecast category, stage, POV gate, risk.</param>
/// <param name="Gained">The rules that find something now and did not before.</param>
/// <param name="Lost">The rules that found something before and do not now.</param>
public sealed record DecisionDifference(Opportunity Opportunity, IReadOnlyList<DecisionChange> Changes, IReadOnlyList<string> Gained, IReadOnlyList<string> Lost)
{
    public bool IsNone => Changes.Count + Gained.Count + Lost.Count == 0;

    public static DecisionDifference Between(Opportunity opportunity, Decision before, Decision after)
    {
        var (found, finds) = (Rules(before), Rules(after));
        return new DecisionDifference(
            opportunity,
            [
                .. new[]
                {
                    new DecisionChange(DecisionAspect.Category, before.Forecast.Proposed.Name(), after.Forecast.Proposed.Name()),
                    new DecisionChange(DecisionAspect.Stage, Stage(opportunity, before), Stage(opportunity, after)),
                    new DecisionChange(DecisionAspect.Gate, before.Pov?.State ?? "no gate", after.Pov?.State ?? "no gate"),
                    new DecisionChange(DecisionAspect.Risk, before.Risk.Level.ToString(), after.Risk.Level.ToString()),
                }.Where(change => change.Old != change.New),
            ],
            [.. finds.Except(found)],
            [.. found.Except(finds)]);
    }

    private static List<string> Rules(Decision decision) => [.. decision.Findings.Select(finding => finding.Rule)];

    /// <summary>The stage that the deal would stand in: the one that a rule moves it to, else its own.</summary>
    private static string Stage(Opportunity opportunity, Decision decision) =>
        decision.Changes.FirstOrDefault(change => change.Field == "StageName")?.To.ToString() ?? opportunity.StageName ?? "";
}

/// <summary>What of a decision differs, from what to what.</summary>
public sealed record DecisionChange(DecisionAspect Aspect, string Old, string New);
