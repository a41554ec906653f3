using System.Collections.Concurrent;

namespace SalesRules.Rules;

/// <summary>
/// The ids of rules that did not run, in the book's order. Many deals lack the same things: each list is made once and shared.
/// </summary>
internal sealed class NotRunLists(IReadOnlyList<RuleInForce> book)
{
    // Beyond so many different lists the next ones are made anew: each is a few hundred bytes.
    private const int Kept = 1_024;

    private readonly ConcurrentDictionary<RuleSet, IReadOnlyList<string>> lists = new();

    public IReadOnlyList<string> Of(RuleSet rules)
    {
        if (rules.IsEmpty)
            return [];
        if (lists.TryGetValue(rules, out var known))
            return known;
        IReadOnlyList<string> ids = [.. book.Where(rule => rules.Contains(rule.Place)).Select(rule => rule.Id)];
        return lists.Count < Kept ? lists.GetOrAdd(rules, ids) : ids;
    }
}
