using SalesRules.Decisions;
using SalesRules.Journal;
using SalesRules.Portfolio;
using SalesRules.Rules.Stages;
using SalesRules.Salesforce.Reading;
using SalesRules.Snapshots;

namespace SalesRules.Host.Runs;

/// <summary>
/// How long deals stay in each stage of the org, worked out once a day from its histories and kept in the journal by a run. They are read for a year
/// more than the policy counts: stays that ended within those months may have begun before them. ceil(rows / 2,000) calls on the first run of a day, none on the others; whoever
/// only looks reads what is kept, or works it out anew.
/// </summary>
internal sealed class StageAgingReader(RunJournal journal, OpportunityHistoryReader histories)
{
    private const int MonthsBefore = 12;

    /// <summary>Null where the policy does not ask.</summary>
    public async Task<StageAging?> OfAsync(OrgSession org, DateOnly today, CancellationToken cancellationToken)
    {
        if (org.Policy.SeverityOf(StageMustNotAgeRule.RuleId, Severity.Medium) is null || org.Rules.Stopped.Contains(StageMustNotAgeRule.RuleId))
            return null;
        if (await journal.StageAgingAsync(org.Id, today, org.Policy.Hash, cancellationToken) is { } kept)
            return kept;
        var aging = await ReadAsync(org, today, cancellationToken);
        return org.IsInRun ? await journal.KeepStageAgingAsync(org.Id, today, org.Policy.Hash, aging, cancellationToken) : aging;
    }

    private async Task<StageAging> ReadAsync(OrgSession org, DateOnly today, CancellationToken cancellationToken)
    {
        var policy = org.Policy;
        var aging = new StageAgingBuilder(policy.Stages, policy.TimeZone, today, policy.StageRules.AgingLeastStays, policy.StageRules.AgingMonths);
        var since = new DateTimeOffset(today.AddMonths(-policy.StageRules.AgingMonths - MonthsBefore), TimeOnly.MinValue, TimeSpan.Zero);
        await foreach (var (stages, segment) in histories.ReadStagesSinceAsync(since, policy.Fields.NameOf(OpportunityFields.Get("Segment__c")), cancellationToken))
            aging.Add(stages, policy.Segments.Of(segment));
        return aging.Build();
    }
}
