using SalesRules.Sandbox.Generation.Deals;
using SalesRules.Sandbox.Generation.Recipes;

namespace SalesRules.Sandbox.Generation.Records;

/// <summary>Writes a deal and everything that hangs on it.</summary>
internal sealed class DealRecords(IRecordSink sink, SampleCalendar calendar)
{
    private readonly HistoryRecords histories = new(sink);
    private readonly ScoreRecords scores = new(sink, calendar);
    private readonly ActivityRecords activities = new(sink, calendar);

    public void Write(Deal deal, Recipe? recipe, Chance chance)
    {
        var history = DealHistory.Of(deal, calendar, chance);
        var scoredAt = deal.Scoring is { } scoring ? calendar.Moment(scoring.On, chance) : history.CreatedAt;
        var changedAt = scoredAt > history.LastChangeAt ? scoredAt : history.LastChangeAt;
        sink.Add("Opportunity", OpportunityRecord.Of(deal, recipe, history, changedAt, chance));
        histories.Write(deal, history);
        histories.WriteScoreChanges(deal, scoredAt);
        scores.Write(deal, scoredAt, chance);
        activities.Write(deal, chance);
    }
}
