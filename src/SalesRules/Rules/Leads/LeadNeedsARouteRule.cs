using SalesRules.Decisions;
using SalesRules.Snapshots;

namespace SalesRules.Rules.Leads;

/// <summary>
/// A lead that nothing routes goes to the default owner, and the gap is logged so that it can be mended. Source: B 2.3 "assign to a default
/// owner and log the routing issue"; catalogue section 10.
/// </summary>
public sealed class LeadNeedsARouteRule : ILeadRule
{
    public string Id => "lead.unrouted";

    public string Condition => "fit is empty or no number from 0 to 10, or intent is and fit is not low";

    public Severity Severity => Severity.Low;

    public IReadOnlyList<string> Settings { get; } = ["leads.default-owner", "leads.fields.fit", "leads.fields.intent"];

    public RuleOutcome Apply(LeadCase lead)
    {
        if (!lead.CanBeRouted)
            return RuleOutcome.NotRun;
        if (lead.Route is not null)
            return RuleOutcome.Clear;
        return new Finding(Id, Severity, new Explanation
        {
            Message = "Fit or intent is empty or no number from 0 to 10: nothing tells where the lead goes.",
            Evidence = [new Evidence(lead.Settings.Fields.Fit!, FieldValue.Of(lead.Lead.Fit), FieldValue.Of("0 to 10")), new Evidence(lead.Settings.Fields.Intent!, FieldValue.Of(lead.Lead.Intent), FieldValue.Of("0 to 10"))],
        });
    }
}
