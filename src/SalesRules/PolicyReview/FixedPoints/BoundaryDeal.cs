using SalesRules.Rules;
using SalesRules.Snapshots;

namespace SalesRules.PolicyReview.FixedPoints;

/// <summary>A made-up deal at a boundary of the rules that correct.</summary>
public sealed record BoundaryDeal(Opportunity Opportunity, DealContext Context)
{
    /// <summary>"a deal of type Renewal in POV, forecast Commit, scores 2 1 2 2 1, from Discovery".</summary>
    public override string ToString()
    {
        var scores = string.Join(' ', new[] { Opportunity.Outcome, Opportunity.Maps, Opportunity.Insight, Opportunity.Quantify, Opportunity.Leadership }.Select(score => score.Raw.IsNull ? "-" : score.Raw.ToString()));
        var came = Context.StageHistory is [.., var left, _] ? $", from {left.StageName}" : "";
        var approved = Opportunity.PovApprovedOn is null ? "" : ", POV approved";
        return $"a deal of type {Opportunity.Type ?? "(none)"} in {Opportunity.StageName}, forecast {Opportunity.ForecastCategoryName ?? "(none)"}, MIQL scores {scores}{approved}{came}";
    }
}
