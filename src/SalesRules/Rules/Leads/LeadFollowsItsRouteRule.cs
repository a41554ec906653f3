using SalesRules.Decisions;
using SalesRules.Snapshots;

namespace SalesRules.Rules.Leads;

/// <summary>Fit and intent tell where a lead goes. Source: B 2.3, 2.5; catalogue section 10.</summary>
public sealed class LeadFollowsItsRouteRule : ILeadRule
{
    public string Id => "lead.routing";

    public string Condition => "fit and intent are numbers from 0 to 10, or fit alone is low; high from {leads.high} on, medium from {leads.medium}, else low";

    public Severity Severity => Severity.Info;

    public IReadOnlyList<string> Settings { get; } = ["leads.high", "leads.medium", "leads.fields.fit", "leads.fields.intent"];

    public RuleOutcome Apply(LeadCase lead)
    {
        if (!lead.CanBeRouted)
            return RuleOutcome.NotRun;
        if (lead.Route is not { } route)
            return RuleOutcome.Clear;
        return new Finding(Id, Severity, new Explanation
        {
            Message = $"Fit {Shown(lead.Lead.Fit)}, intent {Shown(lead.Lead.Intent)}: {route.Words()}.",
            Evidence = [new Evidence(lead.Settings.Fields.Fit!, FieldValue.Of(lead.Lead.Fit), FieldValue.Of("0 to 10")), new Evidence(lead.Settings.Fields.Intent!, FieldValue.Of(lead.Lead.Intent), FieldValue.Of("0 to 10"))],
        });
    }

    private static string Shown(decimal? points) => points is { } known ? FieldValue.Of(known).ToString() : "unknown";
}
