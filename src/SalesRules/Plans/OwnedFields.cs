using SalesRules.Decisions;
using SalesRules.Rules;
using SalesRules.Snapshots;

namespace SalesRules.Plans;

/// <summary>
/// What the fields that the service owns should hold for a decision; those it has nothing to say about are left out. What cannot be
/// known in an org that has lost a field, or has none of the scores, keeps what stands there.
/// </summary>
internal sealed class OwnedFields(RuleBook rules)
{
    private const int LongestText = 32_000;

    private readonly IReadOnlySet<string> lost = WriteGroups.Lost(rules.Policy);
    private readonly bool mayBeRiskier = rules.Stopped.Any(rule => RuleBook.CountsForRisk(rule, rules.Policy));

    /// <param name="reason">Why a correction was made and what clears it; null: no correction, the last reason stays.</param>
    /// <param name="decidedAt">When the run decided; written only when the decision itself is new.</param>
    public IEnumerable<(string Field, FieldValue Value)> Of(StandingDecision standing, Opportunity before, string? reason, DateTimeOffset decidedAt)
    {
        var values = standing.Decision.IsOpen ? OfOpen(standing.Decision, before, reason, decidedAt) : OfClosed(standing.Decision, before);
        var said = values.ToList();
        return said.Count == 0 ? [] : said.Concat(Identity(standing, before, decidedAt)).Where(value => !lost.Contains(value.Field));
    }

    private static IEnumerable<(string Field, FieldValue Value)> Identity(StandingDecision standing, Opportunity before, DateTimeOffset decidedAt)
    {
        yield return ("SalesRules_Decision__c", FieldValue.Of(standing.Id));
        if (before.WrittenDecision != standing.Id)
            yield return ("SalesRules_Decided_At__c", FieldValue.Of(decidedAt));
    }

    /// <summary>A closed deal keeps ceiling, gate and lowest pillar as they were at its close; only flags may still be raised.</summary>
    private IEnumerable<(string Field, FieldValue Value)> OfClosed(Decision decision, Opportunity before)
    {
        var findings = FieldValue.Of(Findings(decision, before));
        if (before.WrittenDecision is null && findings.IsNull)
            yield break;
        yield return ("SalesRules_Risk__c", FieldValue.Null);
        yield return ("SalesRules_Findings__c", findings);
    }

    private IEnumerable<(string Field, FieldValue Value)> OfOpen(Decision decision, Opportunity before, string? reason, DateTimeOffset decidedAt)
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
        yield return ("SalesRules_Risk__c", Risk(decision.Risk.Level, before.WrittenRisk));
        yield return ("SalesRules_Findings__c", FieldValue.Of(Findings(decision, before)));
        if (reason is not null)
            yield return ("SalesRules_Reason__c", FieldValue.Of(Shortened(reason)));
    }

    /// <summary>While rules are stopped that could raise it, the risk may rise but not sink: what they would say is not known.</summary>
    private FieldValue Risk(RiskLevel level, string? standing)
    {
        if (!mayBeRiskier)
            return FieldValue.Of(level.ToString());
        var stood = Enum.TryParse<RiskLevel>(standing, out var written) ? written : RiskLevel.None;
        return FieldValue.Of(level > stood ? level.ToString() : standing);
    }

    private string Findings(Decision decision, Opportunity before) => Shortened(FindingLines.Of(decision, before.WrittenFindings, rules));

    private static string Shortened(string text) => text.Length <= LongestText ? text : string.Concat(text.AsSpan(0, LongestText), "…");
}
