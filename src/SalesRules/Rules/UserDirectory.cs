using System.Collections.Frozen;
using SalesRules.Snapshots;

namespace SalesRules.Rules;

/// <summary>One user of the org, as far as rules, and messages to them, need to know them.</summary>
/// <param name="Email">For messages; null: unknown. No rule asks for it.</param>
public sealed record User(SalesforceId Id, string Name, bool IsActive, SalesforceId? ManagerId, string? Role, string? Email = null);

/// <summary>The org's users and who manages whom.</summary>
public sealed class UserDirectory(IEnumerable<User> users)
{
    private readonly FrozenDictionary<SalesforceId, User> byId = users.ToFrozenDictionary(user => user.Id);

    public User? Find(SalesforceId id) => byId.GetValueOrDefault(id);

    /// <summary>The users whom rules and tasks of the deal may ask about, and their managers, by id.</summary>
    internal IReadOnlyList<User> Around(Opportunity opportunity) =>
    [
        .. new[] { opportunity.OwnerId, opportunity.AccountOwnerId, opportunity.ForecastHoldBy, opportunity.OwnerManagerId }.OfType<SalesforceId>()
            .SelectMany(id => ManagersOf(id).Prepend(Find(id))).OfType<User>().DistinctBy(user => user.Id).OrderBy(user => user.Id),
    ];

    /// <summary>The user's managers, nearest first; ends at the top, at an unknown user, and where a chain bites its tail.</summary>
    public IEnumerable<User> ManagersOf(SalesforceId userId)
    {
        var seen = new HashSet<SalesforceId> { userId };
        var next = Find(userId)?.ManagerId;
        while (next is { } id && seen.Add(id) && Find(id) is { } manager)
        {
            yield return manager;
            next = manager.ManagerId;
        }
    }
}
