using SalesRules.Decisions;
using SalesRules.Journal;
using SalesRules.Rules.Meddpicc;
using SalesRules.Salesforce.Reading;
using SalesRules.Snapshots;

namespace SalesRules.Host.Runs;

/// <summary>
/// Which texts stand on many open deals of one owner, worked out once a day from all open deals and kept in the journal by a run: ceil(rows / 2,000)
/// calls on the first run of a day, none on the others; whoever only looks reads what is kept, or works it out anew.
/// </summary>
internal sealed class RepeatedTextsReader(RunJournal journal, OpportunityReader opportunities)
{
    private static readonly IReadOnlyList<OpportunityField> Read = [OpportunityFields.Get("OwnerId"), .. AnswerMustSaySomethingRule.Texts];

    /// <summary>Null where the policy does not ask, or where the org has lost one of the fields.</summary>
    public async Task<RepeatedTexts?> OfAsync(OrgSession org, DateOnly today, CancellationToken cancellationToken)
    {
        if (org.Policy.SeverityOf(AnswerMustSaySomethingRule.RuleId, Severity.Medium) is null || org.Rules.Stopped.Contains(AnswerMustSaySomethingRule.RuleId))
            return null;
        if (await journal.RepeatedTextsAsync(org.Id, today, org.Policy.Hash, cancellationToken) is { } kept)
            return kept;
        var texts = await ReadAsync(org, cancellationToken);
        return org.IsInRun ? await journal.KeepRepeatedTextsAsync(org.Id, today, org.Policy.Hash, texts, cancellationToken) : texts;
    }

    private async Task<RepeatedTexts> ReadAsync(OrgSession org, CancellationToken cancellationToken)
    {
        var fields = org.Policy.Fields;
        var texts = new RepeatedTexts.Builder(org.Policy.Meddpicc.RepeatedTexts);
        await foreach (var row in opportunities.ReadOpenByOwnerAsync([.. Read.Select(fields.NameOf).OfType<string>()], cancellationToken).ToSnapshotsAsync(fields, cancellationToken))
        {
            // A row that cannot be read is reported where it is decided itself.
            if (row.Opportunity is { } opportunity)
                texts.Add(opportunity);
        }

        return texts.Build();
    }
}
