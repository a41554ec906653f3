using SalesRules.Decisions;
using SalesRules.Policies;

namespace SalesRules.PolicyReview.Linting;

/// <summary>Lists without the words that a rule looks for: it never finds anything, or finds every deal.</summary>
internal static class EmptyListChecks
{
    private const string NeverMet = "lint.threshold-never-met";

    public static void Check(LintedPolicy linted)
    {
        var policy = linted.Policy;
        Never(linted, policy.Closing.LegalQuestion.Count == 0, "closing.legal-question", "close.legal-reply-late", "name the values of Legal_Status__c in which the customer's lawyers wait");
        Never(linted, policy.Closing.Checklist.Count == 0, "closing.checklist", "close.week", "name what is to be done before the close date");
        Never(linted, policy.Closing.Handoff.Count == 0, "closing.handoff", "handoff.incomplete", "name what is handed over");
        Never(linted, policy.StageRules.ExitChecklists.Values.All(list => list.Count == 0), "stage-rules.exit-checklists", "stage.exit-incomplete", "name what is to be filled before a deal leaves a stage");
        Never(linted, policy.Hygiene.MinimumFields.Values.All(list => list.Count == 0), "hygiene.minimum-fields", "hygiene.missing-field", "name the fields that a deal is to have");
        CsmViews(linted, policy.Renewals);
        if (policy.Closing.DeskApprovals.Count == 0 && linted.IsAsked("proposal.no-desk-decision"))
            linted.Warn("lint.threshold-always-met", "closing.desk-approvals", "no decision of the deal desk approves a proposal, so proposal.no-desk-decision finds every deal from commercial on; name the values of Desk_Decision__c that approve, or switch the rule off in severities");
    }

    private static void Never(LintedPolicy linted, bool isEmpty, string key, string rule, string advice)
    {
        if (isEmpty && linted.IsAsked(rule))
            linted.Warn(NeverMet, key, $"the list is empty, so {rule} never finds anything; {advice}, or switch the rule off in severities");
    }

    /// <summary>Two levels apart are only a view that means high, and one that means low or none.</summary>
    private static void CsmViews(LintedPolicy linted, RenewalPolicy renewals)
    {
        if (renewals.CsmViews.Values.All(risk => risk == RiskLevel.Medium) && linted.IsAsked("renewal.two-key"))
            linted.Warn(NeverMet, "renewals.csm-views", "no value of CSM_View__c means high, low or none, so no view is ever two levels from the computed risk and renewal.two-key never finds anything; say which values do, or switch the rule off in severities");
    }
}
