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
    /// <summary>Whether a person made it: what the service moved itself is no person's move (catalogue section 1).</summary>
    public bool IsByAPerson(Deal deal) => By is null || By != deal.Context.ServiceUser;

    public bool IsForward => From is { } from && To.Order > from.Order;

    public bool IsBackward => From is { } from && To.Order < from.Order;

    /// <summary>"from Discovery to POV on 2026-03-02".</summary>
    public string Words(Deal deal) => $"from {Left} to {To.Name} on {Sentences.Date(deal.Policy.DayOf(At))}";
}
