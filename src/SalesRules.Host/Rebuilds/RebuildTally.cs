using SalesRules.Host.Configuration;
using SalesRules.Journal.History;

namespace SalesRules.Host.Rebuilds;

/// <summary>A stored decision that does not come out the same.</summary>
/// <param name="Problem">What differs, or why it cannot be made again.</param>
internal sealed record UnequalDecision(StoredDecision Decision, string Problem);

/// <summary>How many stored decisions came out the same, and the first ones that did not.</summary>
internal sealed class RebuildTally
{
    private const int Kept = 100;

    private readonly List<UnequalDecision> unequal = [];

    /// <summary>The same in every byte.</summary>
    public long Equal { get; private set; }

    public long Unequal { get; private set; }

    public long All => Equal + Unequal;

    /// <summary>Of those that differ, the ones that another build of the program had decided.</summary>
    public long ByOtherBuilds { get; private set; }

    /// <summary>The first ones.</summary>
    public IReadOnlyList<UnequalDecision> First => unequal;

    /// <param name="problem">Null: it came out the same.</param>
    public void Add(StoredDecision decision, string? problem)
    {
        if (problem is null)
        {
            Equal++;
            return;
        }

        Unequal++;
        if (decision.Program != ProgramVersion.Current)
            ByOtherBuilds++;
        if (unequal.Count < Kept)
            unequal.Add(new UnequalDecision(decision, problem));
    }
}
