using SalesRules.Policies;
using SalesRules.Snapshots;

namespace SalesRules.Rules.Stages;

/// <summary>The move by which a deal came into the stage that it stands in.</summary>
/// <param name="Left">The name of the stage that it left.</param>
/// <param name="From">That stage; null: the policy does not map it.</param>
/// <param name="To">The stage that it stands in.</param>
/// <param name="By">Null: unknown.</param>
internal sealed record StageMove(string Left, Stage? From, Stage To, DateTimeOffset At, SalesforceId? By)
{
    /// <summary>The last move of a deal; null: its history shows none, or ends in another stage than the one it stands in.</summary>
    public static StageMove? Last(Deal deal)
    {
        if (deal.Stage is not { } stage || deal.StageHistory is not [.., var left, var entered] || deal.Policy.Stages.Find(entered.StageName) != stage)
            return null;
        return new StageMove(left.StageName, deal.Policy.Stages.Find(left.StageName), stage, entered.EnteredAt, entered.EnteredBy);
    }

    /// <summary>Whether a person made it: what the service moved itself is no person's move (catalogue section 1).</summary>
    public bool IsByAPerson(Deal deal) => By is null || By != deal.Context.ServiceUser;

    public bool IsForward => From is { } from && To.Order > from.Order;

    public bool IsBackward => From is { } from && To.Order < from.Order;

    /// <summary>"from Discovery to POV on 2026-03-02".</summary>
    public string Words(Deal deal) => $"from {Left} to {To.Name} on {Sentences.Date(deal.Policy.DayOf(At))}";
}
