using SalesRules.Backtests;
using SalesRules.Decisions;
using SalesRules.Policies;
using SalesRules.PolicyReview.Differences;
using SalesRules.Rules;
using SalesRules.Snapshots;

namespace SalesRules.Shadows;

/// <summary>
/// A candidate policy that decides beside the live one: it is shown what the live one decided of, and what differs is counted. Nothing of
/// what it decides goes anywhere else, and whatever goes wrong with it stays here.
/// </summary>
public sealed class ShadowRun
{
    private readonly RuleBook? rules;
    private readonly SortedSet<string> notRun = new(StringComparer.Ordinal);

    /// <param name="candidate">Null: it cannot be read.</param>
    /// <param name="live">The live policy as it is carried out in the org.</param>
    /// <param name="problem">Why the candidate cannot be read.</param>
    public ShadowRun(string path, Policy? candidate, Policy live, string? problem)
    {
        Path = path;
        PolicyHash = candidate?.Hash;
        Problem = problem;
        try
        {
            rules = candidate is null ? null : new RuleBook(UnreadFields.OfRecords(candidate, live));
        }
        catch (Exception broken)
        {
            Problem = $"it cannot be carried out in this org ({broken.GetType().Name}): {broken.Message}";
        }
    }

    /// <summary>The candidate's file.</summary>
    public string Path { get; }

    /// <summary>Null: it cannot be read.</summary>
    public string? PolicyHash { get; }

    /// <summary>What differs, deal by deal, for those that both have decided.</summary>
    public DecisionDifferences Differences { get; } = new();

    /// <summary>Deals of which the candidate could not decide.</summary>
    public long Failed { get; private set; }

    /// <summary>Why it did not decide, or not all; null: it did.</summary>
    public string? Problem { get; private set; }

    /// <summary>The rules that the live policy asked and the candidate could not: it was not read what they need.</summary>
    public IReadOnlyCollection<string> NotRun => notRun;

    /// <summary>Decides as the candidate would. Throws nothing: a broken shadow is no reason to stop a run.</summary>
    /// <param name="decision">What the live policy decided of the same record and context.</param>
    public void Look(Opportunity opportunity, DealContext context, Decision decision)
    {
        if (rules is null)
            return;
        try
        {
            var other = rules.Decide(opportunity, context);
            Differences.Add(opportunity, decision, other);
            notRun.UnionWith(other.NotRun.Except(decision.NotRun));
        }
        catch (Exception problem)
        {
            Failed++;
            Problem ??= $"of {opportunity.Id} it could not decide ({problem.GetType().Name})";
        }
    }

    /// <summary>Notes that what it found could not be kept.</summary>
    public void Fail(string problem) => Problem = Problem is null ? problem : $"{Problem}; {problem}";
}
