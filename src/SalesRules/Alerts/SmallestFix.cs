using SalesRules.Cards;
using SalesRules.Decisions;
using SalesRules.Plans;
using SalesRules.Policies;
using SalesRules.Rules;
using SalesRules.Snapshots;

namespace SalesRules.Alerts;

/// <summary>What clears the heaviest finding that can be cleared, with the least change, as a sentence for the deal's owner.</summary>
internal static class SmallestFix
{
    private const string CustomSuffix = "__c";

    /// <summary>Null: nobody can say.</summary>
    /// <param name="findings">Heaviest first.</param>
    public static string? Of(IReadOnlyList<Finding> findings, PlannedDecision decided, Policy policy)
    {
        foreach (var finding in findings)
        {
            if (finding.Fix.Count > 0)
                return Sentence(finding.Fix, decided.Standing.Corrected, MotionOf(decided, policy), policy);
            if (OneStep(finding, decided, policy) is { } step)
                return Sentence(step, MotionOf(decided, policy), policy);
        }

        return null;
    }

    /// <summary>
    /// The first single change of what the finding speaks of that would clear it; deciding again is the only way to know. A date that is noted
    /// says what happened or was promised: to write another one is no advice, but for the close date.
    /// </summary>
    private static Probe? OneStep(Finding finding, PlannedDecision decided, Policy policy)
    {
        var fields = finding.Evidence.Select(seen => seen.Field).ToHashSet(StringComparer.Ordinal);
        var rules = new RuleBook(policy);
        return Probes.Of(decided.Standing.Corrected, decided.Context, policy)
            .Where(probe => probe.Field is { } field && fields.Contains(field) && !IsNotedDate(field, decided.Standing.Corrected, policy))
            .FirstOrDefault(probe => rules.Decide(probe.Opportunity, probe.Context) is var other
                && other.Findings.All(found => found.Rule != finding.Rule) && !other.NotRun.Contains(finding.Rule));
    }

    private static bool IsNotedDate(string name, Opportunity deal, Policy policy) =>
        FieldOf(name, policy) is { Type: SalesforceFieldType.Date or SalesforceFieldType.DateTime, ApiName: not "CloseDate" } field && !field.IsEmpty(deal);

    private static OpportunityField? FieldOf(string name, Policy policy) => policy.Fields.Fields.FirstOrDefault(field => policy.Fields.NameOf(field) == name);

    /// <summary>What nobody has scored is to be scored first: "raise it to 0" would be no advice.</summary>
    private static string Sentence(IReadOnlyList<Fix> fixes, Opportunity deal, Motion motion, Policy policy)
    {
        bool IsUnscored(Fix fix) => PillarOf(fix.Field, policy) is { } pillar && deal.Score(pillar).Raw.IsNull;
        var (unscored, others) = (fixes.Where(IsUnscored).ToList(), fixes.Where(fix => !IsUnscored(fix)).ToList());
        var areScores = others.All(fix => PillarOf(fix.Field, policy) is not null);
        return string.Join(' ', new[]
        {
            unscored.Count == 0 ? null : Words(policy, "fix-score", unscored.Select(fix => fix.To.AsNumber > 0 ? Change("fix-at-least", fix, motion, policy) : Label(fix.Field, motion, policy))),
            others.Count == 0 ? null : Words(policy, areScores ? "fix-raise" : "fix-set", others.Select(fix => Change("fix-to", fix, motion, policy))),
        }.OfType<string>());
    }

    private static string Words(Policy policy, string key, IEnumerable<string> changes) => policy.Alerts.Word(key, ("changes", Sentences.Join([.. changes])));

    private static string Change(string key, Fix fix, Motion motion, Policy policy) =>
        policy.Alerts.Word(key, ("field", Label(fix.Field, motion, policy)), ("value", fix.To.IsNull ? policy.Alerts.Word("fix-nothing") : fix.To.ToString()));

    /// <summary>Of an empty date, whichever day it was.</summary>
    private static string Sentence(Probe step, Motion motion, Policy policy) => step.IsStandIn || FieldOf(step.Field!, policy) is { Type: SalesforceFieldType.Date, ApiName: not "CloseDate" }
        ? policy.Alerts.Word("fix-fill", ("field", Label(step.Field!, motion, policy)))
        : Words(policy, "fix-set", [Change("fix-to", new Fix(step.Field!, step.To), motion, policy)]);

    private static Motion MotionOf(PlannedDecision decided, Policy policy) => policy.Motions.Find(decided.Standing.Corrected.Type) ?? policy.Motions.Otherwise;

    /// <summary>Outcome for MIQL_Outcome__c; the words of any other name: Next Step Date for Next_Step_Date__c, Close Date for CloseDate.</summary>
    private static string Label(string field, Motion motion, Policy policy)
    {
        if (PillarOf(field, policy) is { } pillar)
            return pillar.Label(motion);
        var isCustom = field.EndsWith(CustomSuffix, StringComparison.Ordinal);
        return isCustom ? field[..^CustomSuffix.Length].Replace('_', ' ') : string.Concat(field.Select((letter, at) => at > 0 && char.IsUpper(letter) ? $" {letter}" : $"{letter}"));
    }

    private static Pillar? PillarOf(string field, Policy policy)
    {
        foreach (var pillar in Pillars.All)
        {
            if (policy.Fields.NameOf(OpportunityFields.ScoreOf(pillar)) == field)
                return pillar;
        }

        return null;
    }
}
