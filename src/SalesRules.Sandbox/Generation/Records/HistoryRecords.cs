using SalesRules.Sandbox.Generation.Deals;

namespace SalesRules.Sandbox.Generation.Records;

/// <summary>Writes what the org remembers of a deal: OpportunityHistory, and OpportunityFieldHistory of the last scoring.</summary>
internal sealed class HistoryRecords(IRecordSink sink)
{
    public void Write(Deal deal, DealHistory history)
    {
        ForecastState? previous = null;
        foreach (var (at, state) in history.States)
        {
            sink.Add("OpportunityHistory", new Dictionary<string, object?>
            {
                ["Id"] = sink.NewId("OpportunityHistory"),
                ["OpportunityId"] = deal.Id,
                ["StageName"] = state.Stage,
                ["Amount"] = state.Amount,
                ["ExpectedRevenue"] = state.ExpectedRevenue,
                ["CloseDate"] = state.CloseDate,
                ["Probability"] = (decimal)state.Probability,
                ["ForecastCategory"] = state.CategoryValue,
                ["PrevAmount"] = previous?.Amount,
                ["PrevCloseDate"] = previous?.CloseDate,
                ["CreatedById"] = deal.Owner.Id,
                ["CreatedDate"] = at,
                ["SystemModstamp"] = at,
            });
            previous = state;
        }
    }

    /// <summary>The tracked changes of the last scoring: pillars and evidence that differ from the scoring before.</summary>
    public void WriteScoreChanges(Deal deal, DateTimeOffset scoredAt)
    {
        if (deal.EarlierScorings is not [.., var before] || deal.Scoring is not { } now)
            return;
        for (var pillar = 0; pillar < Scores.Pillars.Length; pillar++)
        {
            var name = $"MIQL_{Scores.Pillars[pillar]}";
            Change(deal, scoredAt, $"{name}__c", "Double", (decimal?)before.Scores.InOrder[pillar], (decimal?)now.Scores.InOrder[pillar]);
            Change(deal, scoredAt, $"{name}_Evidence__c", "Text", before.Evidence[pillar], now.Evidence[pillar]);
        }
    }

    private void Change(Deal deal, DateTimeOffset at, string field, string dataType, object? from, object? to)
    {
        if (Equals(from, to))
            return;
        sink.Add("OpportunityFieldHistory", new Dictionary<string, object?>
        {
            ["Id"] = sink.NewId("OpportunityFieldHistory"),
            ["OpportunityId"] = deal.Id,
            ["Field"] = field,
            ["DataType"] = dataType,
            ["OldValue"] = from,
            ["NewValue"] = to,
            ["CreatedById"] = deal.Owner.Id,
            ["CreatedDate"] = at,
        });
    }
}
