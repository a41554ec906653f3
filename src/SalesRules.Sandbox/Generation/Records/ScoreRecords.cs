using System.Globalization;
using SalesRules.Sandbox.Generation.Deals;

namespace SalesRules.Sandbox.Generation.Records;

/// <summary>Writes the score history of a deal, one MIQL_Score__c per scoring.</summary>
internal sealed class ScoreRecords(IRecordSink sink, SampleCalendar calendar)
{
    /// <summary>Writes every scoring; <paramref name="scoredAt"/> is the moment of the one in force.</summary>
    public void Write(Deal deal, DateTimeOffset scoredAt, Chance chance)
    {
        foreach (var earlier in deal.EarlierScorings)
            Write(deal, earlier, calendar.Moment(earlier.On, chance));
        if (deal.Scoring is { } scoring)
            Write(deal, scoring, scoredAt);
    }

    private void Write(Deal deal, Scoring scoring, DateTimeOffset at)
    {
        var values = new Dictionary<string, object?>
        {
            ["Id"] = sink.NewId("MIQL_Score__c"),
            ["Opportunity__c"] = deal.Id,
            ["Key__c"] = string.Create(CultureInfo.InvariantCulture, $"{deal.Id}/{scoring.On:yyyy-MM-dd}"),
            ["Total__c"] = (decimal?)scoring.Scores.Total,
            ["Scored_On__c"] = scoring.On,
            ["Scored_By__c"] = scoring.By.Id,
            ["Stage__c"] = scoring.Stage,
            ["Category__c"] = scoring.Category,
            ["Source__c"] = scoring.Inherited ? "Inherited" : "Scored",
        };
        for (var pillar = 0; pillar < Scores.Pillars.Length; pillar++)
        {
            values[$"{Scores.Pillars[pillar]}__c"] = (decimal?)scoring.Scores.InOrder[pillar];
            values[$"{Scores.Pillars[pillar]}_Evidence__c"] = scoring.Evidence[pillar];
        }
        sink.Add("MIQL_Score__c", values.Stamp(scoring.By.Id, at));
    }
}
