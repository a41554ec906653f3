using SalesRules.Decisions;
using SalesRules.Snapshots;

namespace SalesRules.Rules.Qualification;

/// <summary>
/// A deal passes the six qualification gates in their order; the first that failed names its next step, and a fail has a documented
/// pause reason or a next step. Pass and Fail are all that a gate may say: with any other value before the first Fail, or with a gate that
/// nobody has decided and no Fail, the rule does not run. Source: B 5.5 "Gate Decision Table"; catalogue section 9.
/// </summary>
public sealed class QualificationGateMustBePassedRule : IRule
{
    private const string Pass = "Pass";
    private const string Fail = "Fail";

    private static readonly (OpportunityField Field, string Name, string FailMeans, string NextStep)[] Gates =
    [
        (OpportunityFields.Get("Gate_Fit_And_Access"), "fit and access", "missing owner or mismatch", "readiness call or pause"),
        (OpportunityFields.Get("Gate_Problem_And_Impact"), "problem clarity and impact", "vague pain", "problem workshop"),
        (OpportunityFields.Get("Gate_Decision_Process"), "decision process and stakeholders", "unknown approvals", "stakeholder session"),
        (OpportunityFields.Get("Gate_Timing_And_Priority"), "timing and priority", "low urgency", "light-touch plan"),
        (OpportunityFields.Get("Gate_Commercial_Fit"), "commercial fit and constraints", "constraints block scope", "phased scope or pause"),
        (OpportunityFields.Get("Gate_Mutual_Next_Step"), "mutual next step", "no commitment", "reschedule or close loop"),
    ];

    public string Id => "qualification.gate-failed";

    public string Condition => "one of the six gates says Fail; the first that does is named";

    public bool CountsForRisk => false;

    public string Weighs => "medium";

    public IReadOnlyList<string> Needs => [.. Gates.Select(gate => gate.Field.ApiName)];

    public IReadOnlyList<string> Reads { get; } = ["Gate_Pause_Reason", "NextStep"];

    /// <summary>
    /// The catalogue asks for the first gate that failed, and the source's table knows a pass and a fail (choice): a value that is neither
    /// may be the first fail or not, so nobody can say; an empty gate is no fail and no pass either.
    /// </summary>
    public RuleOutcome Apply(Deal deal)
    {
        var isUndecided = false;
        foreach (var gate in Gates)
        {
            var text = gate.Field.TextOf(deal.Opportunity).AsSpan().Trim();
            if (Says(text, Fail))
                return new Finding(Id, Severity.Medium, deal);
            if (!Says(text, Pass) && !text.IsEmpty)
                return RuleOutcome.NotRun;
            isUndecided |= text.IsEmpty;
        }

        return isUndecided ? RuleOutcome.NotRun : RuleOutcome.Clear;
    }

    public Explanation Explain(Deal deal)
    {
        var gate = Gates.First(gate => Says(gate.Field.TextOf(deal.Opportunity).AsSpan().Trim(), Fail));
        var documented = deal.Opportunity is { GatePauseReason: null, NextStep: null } ? " Neither a pause reason nor a next step is documented." : "";
        return new Explanation
        {
            Message = $"The gate \"{gate.Name}\" failed ({gate.FailMeans}): {gate.NextStep}.{documented}",
            Evidence = [deal.Saw(gate.Field, FieldValue.Of(Pass))],
        };
    }

    private static bool Says(ReadOnlySpan<char> text, string value) => text.Equals(value, StringComparison.OrdinalIgnoreCase);
}
