namespace SalesRules.Rules;

/// <summary>
/// The number of the episode that each task of a deal belongs to: an episode begins when the condition begins to hold and
/// ends when it stops (catalogue section 13). Without a journal everything is in its first.
/// </summary>
public sealed class TaskEpisodes(IReadOnlyDictionary<(string Rule, string Part), int> numbers)
{
    public static TaskEpisodes First { get; } = new(new Dictionary<(string, string), int>());

    /// <summary>The episodes that are not the first, by rule and part.</summary>
    internal IReadOnlyList<(string Rule, string Part, int Number)> Later { get; } =
        [.. numbers.Where(pair => pair.Value != 1).Select(pair => (pair.Key.Rule, pair.Key.Part, pair.Value)).OrderBy(episode => episode.Rule, StringComparer.Ordinal).ThenBy(episode => episode.Part, StringComparer.Ordinal)];

    public int NumberOf(string rule, string part) => numbers.TryGetValue((rule, part), out var number) ? number : 1;
}
