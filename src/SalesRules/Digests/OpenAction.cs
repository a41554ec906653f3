using SalesRules.Snapshots;

namespace SalesRules.Digests;

/// <summary>Who does what by when: an open task of the service.</summary>
/// <param name="Who">The name; null: nobody knows it.</param>
/// <param name="Deal">The deal's name; null: not known, or the task was moved away from it.</param>
public sealed record OpenAction(string Key, string? Who, string? What, DateOnly? Due, SalesforceId? DealId, string? Deal);

/// <summary>Last week's open actions: the next due first, and how many there are.</summary>
/// <param name="Named">The first of them.</param>
/// <param name="Overdue">Of all of them, due before today.</param>
/// <param name="WhyUnknown">Why nobody can say; null: this is what there is.</param>
public sealed record OpenActions(IReadOnlyList<OpenAction> Named, int Count, int Overdue, string? WhyUnknown = null)
{
    public int NotListed => Count - Named.Count;

    /// <summary>They could not be read.</summary>
    public static OpenActions Unknown(string why) => new([], 0, 0, why);

    /// <summary>Gathers the tasks; holds no more of them than it will name, and takes the names of their deals as those come by.</summary>
    public sealed class Builder(DigestScope scope)
    {
        private static readonly Comparer<OpenAction> ByDue = Comparer<OpenAction>.Create((one, other) =>
            (one.Due ?? DateOnly.MaxValue).CompareTo(other.Due ?? DateOnly.MaxValue) is not 0 and var byDue ? byDue : string.CompareOrdinal(one.Key, other.Key));

        private readonly SortedSet<OpenAction> named = new(ByDue);
        private readonly Dictionary<SalesforceId, string?> deals = [];
        private int count;
        private int overdue;

        /// <param name="owner">Whose it is: only the team's count.</param>
        public void Add(string key, SalesforceId? owner, string? what, DateOnly? due, SalesforceId? deal)
        {
            if (!scope.Covers(owner))
                return;
            count++;
            overdue += due < scope.Today ? 1 : 0;
            named.Add(new OpenAction(key, scope.NameOf(owner), what, due, deal, null));
            if (named.Count > scope.Settings.Actions)
                named.Remove(named.Max!);
        }

        /// <summary>A deal comes by, after all tasks were added.</summary>
        public void See(Opportunity deal)
        {
            if (deals.Count == 0)
            {
                foreach (var action in named)
                    _ = action.DealId is { } id && deals.TryAdd(id, null);
            }

            if (deals.ContainsKey(deal.Id))
                deals[deal.Id] = deal.Name;
        }

        public OpenActions Build() =>
            new([.. named.Select(action => action with { Deal = action.DealId is { } id ? deals.GetValueOrDefault(id) : null })], count, overdue);
    }
}
