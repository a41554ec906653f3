namespace SalesRules.PolicyReview.Differences;

/// <summary>What two policy files say differently. Comments, order of keys and defaults written out are no difference.</summary>
public static class SettingDifferences
{
    /// <summary>By key, in alphabetical order.</summary>
    /// <param name="oldText">A policy file without problems, as the other.</param>
    public static IReadOnlyList<SettingDifference> Between(string oldText, string newText)
    {
        var (before, after) = (PolicySettings.Of(oldText), PolicySettings.Of(newText));
        return
        [
            .. before.Values.Keys.Union(after.Values.Keys)
                .Select(key => new SettingDifference(key, before.Values.GetValueOrDefault(key), after.Values.GetValueOrDefault(key)))
                .Where(difference => difference.Old != difference.New && !IsToldByItems(difference, before, after))
                .Concat(before.Orders.Keys.Intersect(after.Orders.Keys).Select(key => Order(key, before.Orders[key], after.Orders[key])).OfType<SettingDifference>())
                .OrderBy(difference => difference.Key, StringComparer.Ordinal),
        ];
    }

    /// <summary>An empty list beside one with items: the items say it.</summary>
    private static bool IsToldByItems(SettingDifference difference, PolicySettings before, PolicySettings after) =>
        before.Orders.ContainsKey(difference.Key) || after.Orders.ContainsKey(difference.Key);

    /// <summary>The order of the items that both have, where it differs: that of stages is the order of the sale.</summary>
    private static SettingDifference? Order(string key, IReadOnlyList<string> before, IReadOnlyList<string> after)
    {
        string[] kept = [.. before.Where(after.Contains)];
        string[] now = [.. after.Where(before.Contains)];
        return kept.SequenceEqual(now) ? null : new SettingDifference($"{key} (order)", string.Join(", ", kept), string.Join(", ", now));
    }
}
