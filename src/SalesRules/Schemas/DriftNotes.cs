using SalesRules.Plans;
using SalesRules.Policies;
using SalesRules.Rules;
using SalesRules.Rules.Handoffs;
using SalesRules.Rules.Leads;
using SalesRules.Snapshots;

namespace SalesRules.Schemas;

/// <summary>Names each part of a drift and what it stops, for the result of a run and for `doctor`.</summary>
public static class DriftNotes
{
    public const string Deploy = "Deploy deploy/salesforce and give the integration user the permission set SalesRules_Integration";

    private const string Values = "Make the value active again; forecast categories are set up under Setup, Forecast Settings.";

    /// <summary>In the order of the drift: fields gone, fields that are read-only, values, tasks, what stands around deals.</summary>
    /// <param name="policy">As it was written: it knows the org's names of fields that are gone.</param>
    public static IReadOnlyList<DriftNote> Of(Policy policy, SchemaDrift drift) =>
    [
        .. drift.Unreadable.Select(field => Unreadable(policy, field)),
        .. drift.ReadOnly.Select(field => ReadOnly(policy, field)),
        .. drift.Retired.Select(value => Retired(policy, value)),
        .. drift.Tasks is { } reason ? [Tasks(policy, reason)] : Array.Empty<DriftNote>(),
        .. drift.Surroundings.Select(lost => Of(policy, lost)),
    ];

    /// <summary>Something around the deals that our user cannot read.</summary>
    public static DriftNote Of(Policy policy, Surrounding lost)
    {
        var rules = Names(policy, rule => RuleBook.RestsAround(rule, policy).Contains(lost));
        return new DriftNote(DriftKind.Surrounding, lost.ObjectName(), null, rules, $"{lost.ObjectName()}, or a field of it, is hidden from our user: {Runs(rules) ?? "no rule in force needs it"}.", $"{Deploy}.", rules.Count == 0);
    }

    private static DriftNote Unreadable(Policy policy, OpportunityField field)
    {
        var stopped = Names(policy, rule => RuleBook.RestsOn(rule, policy).Contains(field.ApiName));
        var withheld = Correcting(policy, field).Except(stopped).ToList();
        return Note(
            policy, DriftKind.Unreadable, field, null, "is gone or hidden from our user", [.. stopped, .. withheld],
            [Runs(stopped), Corrections(withheld), NotWritten(policy, WriteGroups.LostWith(field))],
            $"{Deploy}, or map the field to null in the policy's section fields if your org does without it.");
    }

    private static DriftNote ReadOnly(Policy policy, OpportunityField field)
    {
        var withheld = Correcting(policy, field);
        return Note(
            policy, DriftKind.ReadOnly, field, null, "is read-only for our user", withheld,
            [Corrections(withheld), field.Access == FieldAccess.Owned ? NotWritten(policy, WriteGroups.Of(field.ApiName)) : null],
            $"{Deploy}; a page layout or a field's own setting can make it read-only too.");
    }

    private static DriftNote Retired(Policy policy, RetiredValue value)
    {
        var isOther = value.Field.ApiName == "StageName" && !string.Equals(value.Value, policy.Pov.ReturnStage, StringComparison.OrdinalIgnoreCase);
        var withheld = isOther ? [] : Correcting(policy, value.Field);
        return Note(
            policy, DriftKind.RetiredValue, value.Field, value.Value, $"no longer offers the value '{value.Value}'", withheld,
            [
                isOther ? "no deal is moved there" : null,
                withheld.Count > 0 ? $"corrections to it by {Listed(withheld)} are not made" : null,
                value.Field.Access == FieldAccess.Owned ? "it is not written where it would be due" : null,
            ],
            value.Field.ApiName == "StageName" ? "Make the stage active again, or take it out of the policy's section stages and out of pov.return-stage." : Values) with
        {
            IsWarning = isOther,
        };
    }

    private static DriftNote Tasks(Policy policy, string reason)
    {
        var rules = Names(policy, rule => policy.Tasks.Rules.Contains(rule.Id));
        return new DriftNote(DriftKind.Tasks, "Task", null, rules, $"{reason}: no task is made or completed{(rules.Count == 0 ? "" : $" for {Listed(rules)}")}; findings stand.", $"{Deploy}.", rules.Count == 0);
    }

    /// <summary>That the score history cannot be written: found when a run has something to add to it.</summary>
    /// <param name="reason">As the beginning of a sentence.</param>
    public static DriftNote ScoreRows(string reason) => new(
        DriftKind.ScoreRows, "MIQL_Score__c", null, [SaleSeedsItsRenewalRule.RuleId],
        $"{reason}: changes of scores are not kept in Salesforce, and no renewal is seeded; the journal keeps them.",
        $"{Deploy}, or set history.score-rows to false in the policy if your org does without them.", IsWarning: false);

    /// <summary>That leads cannot be looked at or assigned: found by a run whose policy switches them on.</summary>
    /// <param name="reason">As the beginning of a sentence.</param>
    public static DriftNote Leads(string reason) => new(
        DriftKind.Leads, "Lead", null, [.. LeadBook.All.Select(rule => rule.Id)],
        $"{reason}: no lead is looked at or assigned.", $"{Deploy}, or mend the policy's section leads.", IsWarning: false);

    private static DriftNote Note(
        Policy policy, DriftKind kind, OpportunityField field, string? value, string what, IReadOnlyList<string> rules, IEnumerable<string?> stops, string fix)
    {
        var name = policy.Fields.NameOf(field) ?? field.ApiName;
        var stopped = stops.OfType<string>().ToList();
        var consequence = stopped.Count == 0 ? "no rule in force needs it" : string.Join("; ", stopped);
        return new DriftNote(kind, name, value, rules, $"{name} {what}: {consequence}.", fix, stopped.Count == 0);
    }

    private static string? Runs(IReadOnlyList<string> rules) => rules.Count switch
    {
        0 => null,
        1 => $"the rule {rules[0]} does not run",
        _ => $"the rules {Listed(rules)} do not run",
    };

    private static string? Corrections(IReadOnlyList<string> rules) => rules.Count == 0 ? null : $"corrections by {Listed(rules)} are not made";

    private static string? NotWritten(Policy policy, IEnumerable<string> owned)
    {
        var names = owned.Select(OpportunityFields.Get).Select(policy.Fields.NameOf).OfType<string>().ToList();
        return names.Count switch { 0 => null, 1 => $"{names[0]} is not written", _ => $"{Listed(names)} are not written" };
    }

    /// <summary>The rules that correct that field, or whose corrections it would explain.</summary>
    private static IReadOnlyList<string> Correcting(Policy policy, OpportunityField field) =>
        Names(policy, rule => rule.Corrects(policy) is { Count: > 0 } corrected && (corrected.Contains(field.ApiName) || field.ApiName == RuleBook.ExplanationField));

    private static IReadOnlyList<string> Names(Policy policy, Func<IRule, bool> concerned) =>
        [.. RuleBook.InForce(policy).Where(rule => rule.Needs.All(policy.Fields.Has)).Where(concerned).Select(rule => rule.Id)];

    private static string Listed(IEnumerable<string> names) => string.Join(", ", names);
}
