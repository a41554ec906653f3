namespace SalesRules.Policies.Reading;

/// <summary>Finds the name that somebody probably meant.</summary>
internal static class Spelling
{
    private const int LongestWord = 64;

    /// <summary>The nearest of the names, when no more than every third character differs; null when none is near.</summary>
    public static string? Nearest(string text, IEnumerable<string> names)
    {
        if (text.Length > LongestWord)
            return null;
        var (nearest, distance) = names
            .Select(name => (name, Distance: Distance(text.ToLowerInvariant(), name.ToLowerInvariant())))
            .DefaultIfEmpty(("", int.MaxValue))
            .MinBy(pair => pair.Item2);
        return distance <= Math.Max(1, text.Length / 3) ? nearest : null;
    }

    /// <summary>How many characters must be inserted, deleted, replaced or swapped with their neighbour.</summary>
    private static int Distance(string from, string to)
    {
        var costs = new int[from.Length + 1, to.Length + 1];
        for (var i = 0; i <= from.Length; i++)
        {
            for (var j = 0; j <= to.Length; j++)
                costs[i, j] = i == 0 ? j : j == 0 ? i : Cost(costs, from, to, i, j);
        }

        return costs[from.Length, to.Length];
    }

    private static int Cost(int[,] costs, string from, string to, int i, int j)
    {
        var replaced = costs[i - 1, j - 1] + (from[i - 1] == to[j - 1] ? 0 : 1);
        var cost = Math.Min(replaced, Math.Min(costs[i - 1, j], costs[i, j - 1]) + 1);
        var swapped = i > 1 && j > 1 && from[i - 1] == to[j - 2] && from[i - 2] == to[j - 1];
        return swapped ? Math.Min(cost, costs[i - 2, j - 2] + 1) : cost;
    }
}
