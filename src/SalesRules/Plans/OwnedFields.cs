using SalesRules.Decisions;
using SalesRules.Snapshots;

namespace SalesRules.Plans;

/// <summary>What the fields that the service owns should hold for a decision; those it has nothing to say about are left out.</summary>
internal static class OwnedFields
{
    private const int LongestText = 32_000;

    /// <param name="reason">Why a correction was made and what clears it; null: no correction, the last reason stays.</param>
    /// <param name="decidedAt">When the run decided; written only when the decision itself is new.</param>
    public static IEnumerable<(string Field, FieldValue Value)> Of(StandingDecision standing, Opportunity before, string? reason, DateTimeOffset decidedAt)
    {
        var decision = standing.Decision;
        var findings = FieldValue.Of(Findings(decision));
        if (!decision.IsOpen)
        {
            // A closed deal keeps ceiling, gate and lowest pillar as they were at its close; only flags may still be raised.
            if (before.WrittenDecision is null && findings.IsNull)
                yield break;
            yield return ("SalesRules_Risk__c", FieldValue.Null);
            yield return ("SalesRules_Findings__c", findings);
            yield return ("SalesRules_Decision__c", FieldValue.Of(standing.Id));
        }
        else
        {
            yield return ("SalesRules_Ceiling__c", FieldValue.Of(decision.Forecast.Ceiling.Name()));
            // Past pov the gate has no more to say: with an approval on record, what it said then stays (catalogue section 3).
            if (decision.Pov is not null || before.PovApprovedOn is null)
            {
                yield return ("SalesRules_POV_Gate__c", FieldValue.Of(decision.Pov?.State));
                yield return ("SalesRules_POV_Gate_Path__c", FieldValue.Of(decision.Pov?.Path));
            }

            if (decision.Pov is { IsGranted: true })
                yield return ("SalesRules_POV_Approved_On__c", FieldValue.Of(decidedAt));
            yield return ("SalesRules_Lowest_Pillar__c", FieldValue.Of(string.Join(", ", decision.Miql.Lowest)));
            yield return ("SalesRules_Risk__c", FieldValue.Of(decision.Risk.Level.ToString()));
            yield return ("SalesRules_Findings__c", findings);
            if (reason is not null)
                yield return ("SalesRules_Reason__c", FieldValue.Of(Shortened(reason)));
            yield return ("SalesRules_Decision__c", FieldValue.Of(standing.Id));
        }

        if (before.WrittenDecision != standing.Id)
            yield return ("SalesRules_Decided_At__c", FieldValue.Of(decidedAt));
    }

    private static string Findings(Decision decision) =>
        Shortened(string.Join('\n', decision.Findings.Select(finding => $"[{finding.Severity.Name()}] {finding.Rule}: {finding.Message}")));

    private static string Shortened(string text) => text.Length <= LongestText ? text : string.Concat(text.AsSpan(0, LongestText), "…");
}
