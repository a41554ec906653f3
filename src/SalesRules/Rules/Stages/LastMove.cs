namespace SalesRules.Rules.Stages;

/// <summary>How a deal came into the stage that it stands in.</summary>
/// <param name="Move">Null: its history shows no move, or ends in another stage.</param>
/// <param name="EnteredOn">By its history, else by its last stage change; null: unknown.</param>
internal sealed record LastMove(StageMove? Move, DateOnly? EnteredOn)
{
    public static LastMove Of(Deal deal)
    {
        if (deal.Stage is not { } stage || deal.StageHistory is not [.., var entered] || deal.Policy.Stages.Find(entered.StageName) != stage)
            return new LastMove(null, deal.Opportunity.LastStageChangeDate is { } changed ? deal.Policy.DayOf(changed) : null);
        var move = deal.StageHistory is [.., var left, _]
            ? new StageMove(left.StageName, deal.Policy.Stages.Find(left.StageName), stage, entered.EnteredAt, entered.EnteredBy)
            : null;
        return new LastMove(move, deal.Policy.DayOf(entered.EnteredAt));
    }
}
