using SalesRules.Policies;
using SalesRules.Portfolio;
using SalesRules.Rules;
using SalesRules.Snapshots;

namespace SalesRules.Digests;

/// <summary>What a digest looks at.</summary>
/// <param name="Since">The day of the last review: from its beginning on things count as new.</param>
/// <param name="Users">The org's users; null: only what records say of their owners is known.</param>
/// <param name="Team">Only deals of this user and of those whom they manage; null: everybody's.</param>
public sealed record DigestScope(Policy Policy, DateOnly Today, DateOnly Since, UserDirectory? Users = null, SalesforceId? Team = null)
{
    public DigestsPolicy Settings => Policy.Digests;

    /// <summary>The quarter of the business date.</summary>
    public FiscalQuarter Quarter { get; } = FiscalQuarter.Of(Policy.Fiscal, Today);

    /// <summary>Whether that user is of the team; somebody whom nobody knows is of none.</summary>
    public bool Covers(SalesforceId? owner) =>
        Team is not { } lead || (owner is { } id && (id == lead || Users?.ManagersOf(id).Any(manager => manager.Id == lead) == true));

    /// <inheritdoc cref="Covers(SalesforceId?)"/>
    public bool Covers(Opportunity deal) => Covers(deal.OwnerId) || (Team is { } lead && deal.OwnerManagerId == lead);

    /// <summary>The user's name, as far as anybody knows it.</summary>
    public string? NameOf(SalesforceId? user) => user is { } id ? Users?.Find(id)?.Name : null;
}
