using SalesRules.Backtests;
using SalesRules.Rules;

namespace SalesRules.Host.Backtests;

/// <summary>A backtest under way: hands each snapshot to the deciding part, and apart from it to the outcomes.</summary>
/// <param name="live">Null: the candidate is the live policy itself.</param>
/// <param name="since">Snapshots before it are left out; null: none are.</param>
internal sealed class BacktestRun(PolicyUnderTest candidate, PolicyUnderTest? live, DateOnly? since)
{
    private const int ProblemsKept = 20;

    private readonly List<string> problems = [];

    public PolicyUnderTest Candidate => candidate;

    public PolicyUnderTest? Live => live;

    public OutcomeBook Outcomes { get; } = new(candidate.Policy.Fiscal);

    /// <summary>Snapshots that were decided.</summary>
    public long Snapshots => candidate.Warnings.Decided;

    /// <summary>Snapshots that hold what could not be known at their time: left out.</summary>
    public long Leaking { get; private set; }

    /// <summary>Snapshots that cannot be read: left out.</summary>
    public long Unreadable { get; private set; }

    /// <summary>The first of both.</summary>
    public IReadOnlyList<string> Problems => problems;

    public DateOnly? FirstDay { get; private set; }

    public bool IsWanted(DateOnly seenOn) => since is not { } from || seenOn >= from;

    /// <param name="place">How messages call the snapshot.</param>
    /// <param name="observe">The snapshot as a policy sees it, with the rules to ask.</param>
    public void Add(string place, Func<PolicyUnderTest, (Observation Observation, RuleBook Rules)> observe)
    {
        // Both are read before anything is counted: a snapshot is part of the whole backtest, or of nothing.
        var (observation, rules) = observe(candidate);
        var asLive = live is null ? default : observe(live);
        if (LeakCheck.Of(observation, candidate.Policy.Stages) is [var leak, ..])
        {
            Leaking++;
            Note($"{place}: leaks: {leak}");
            return;
        }

        candidate.Warnings.Add(observation, rules);
        live?.Warnings.Add(asLive.Observation, asLive.Rules);
        FirstDay = FirstDay < observation.SeenOn ? FirstDay : observation.SeenOn;
        Outcomes.Add(Sighting.Of(observation.Opportunity, observation.SeenOn, candidate.Policy.Stages));
    }

    public void AddUnreadable(string place, string problem)
    {
        Unreadable++;
        Note($"{place}: {problem}");
    }

    private void Note(string line)
    {
        if (problems.Count < ProblemsKept)
            problems.Add(line);
    }
}
