namespace SalesRules.Rules;

/// <summary>
/// The number of the episode that each task of a deal belongs to: an episode begins when the condition begins to hold and
/// ends when it stops (catalogue section 13). Without a journal everything is in its first.
/// </summary>
public sealed class TaskEpisodes(IReadOnlyDictionary<(string Rule, string Part), int> numbers)
{
    public static TaskEpisodes First { get; } = new(new Dictionary<(string, string), int>());

    public int NumberOf(string rule, string part) => numbers.TryGetValue((rule, part), out var number) ? number : 1;
}
