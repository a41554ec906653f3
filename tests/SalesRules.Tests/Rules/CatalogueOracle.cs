namespace SalesRules.Tests.Rules;

/// <summary>
/// The tables of catalogue sections 2 and 3, written the other way round: not "what does this combination give" but "which
/// combinations give this", built up from the floors. Knows nothing of the code under test.
/// </summary>
internal static class CatalogueOracle
{
    public static readonly string[] Categories = ["Omitted", "Pipeline", "Best Case", "Most Likely", "Commit", "Closed"];

    private static readonly int[] Points = [0, 1, 2];
    private static readonly HashSet<string> CommitScores = [.. from m in Points from i in Points from q in Points where m + i + q >= 4 select Key(2, m, i, q, 2)];
    private static readonly HashSet<string> AtLeastSix =
        [.. from o in Points from m in Points from i in Points from q in Points from l in Points where 10 - o - m - i - q - l <= 4 select Key(o, m, i, q, l)];

    // Maps and Leadership that clear the soft floor: Maps 1 or 2 with any Leadership, Maps 0 with Leadership 2 only.
    private static readonly (int M, int L)[] SoftFloor = [(0, 2), (1, 0), (1, 1), (1, 2), (2, 0), (2, 1), (2, 2)];

    private static readonly Dictionary<string, (string State, string Path)> Passing =
        (from pair in SoftFloor from i in Points let rest = pair.M + i + pair.L where rest >= 2 select (pair, i, rest))
        .ToDictionary(
            it => Key(2, it.pair.M, it.i, 2, it.pair.L),
            it => (it.rest >= 4 ? "Approved" : "Approved with conditions", it.pair.M == 0 ? "Executive-Led" : "Standard"));

    public static string Ceiling(int?[] scores)
    {
        if (Array.IndexOf(scores, null) >= 0)
            return "Pipeline";
        var key = Key(scores);
        return CommitScores.Contains(key) ? "Commit" : AtLeastSix.Contains(key) ? "Best Case" : "Pipeline";
    }

    public static (string State, string? Path, string[] Missed) Gate(int?[] scores) =>
        Passing.TryGetValue(Key(scores), out var passing)
            ? (passing.State, passing.Path, [])
            : ("Deferred", null, [.. Missed(scores)]);

    private static IEnumerable<string> Missed(int?[] scores)
    {
        if (scores[0] is 0 or 1)
            yield return "O";
        if (scores[3] is 0 or 1)
            yield return "Q";
        if ((scores[1], scores[4]) is (0, 0) or (0, 1))
            yield return "M";
        if (Array.IndexOf(scores, null) >= 0)
            yield return "unscored";
        else if (!AtLeastSix.Contains(Key(scores)))
            yield return "total";
    }

    private static string Key(params int?[] scores) => string.Join(',', scores);
}
