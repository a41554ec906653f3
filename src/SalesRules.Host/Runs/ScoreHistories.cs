using SalesRules.Decisions;
using SalesRules.Journal.Deals;
using SalesRules.Plans;
using SalesRules.Rules;
using SalesRules.Rules.Handoffs;
using SalesRules.Salesforce.Reading;
using SalesRules.Salesforce.Reading.Describe;
using SalesRules.Schemas;
using SalesRules.Snapshots;

namespace SalesRules.Host.Runs;

/// <summary>
/// Tells what the org holds of the score histories of deals: from the journal where their scores are as its last row has them, else from the
/// org. A page without a change of a score costs no call; the first change of a run costs a describe, and each some hundred deals a query.
/// </summary>
internal sealed class ScoreHistories(ScoreRowReader reader, DescribeReader describe)
{
    /// <summary>The contexts of the page's deals with what is inherited and what may be seeded, and what is known of their score histories.</summary>
    public async Task<IReadOnlyList<(DealContext Context, KnownScores Scores)>> AddAsync(
        OrgSession org, IReadOnlyList<(Opportunity Opportunity, DealMemory Memory)> page, IReadOnlyList<DealContext> contexts, CancellationToken cancellationToken)
    {
        var deals = page.Zip(contexts, (seen, context) => (seen.Opportunity, seen.Memory, Context: context)).ToList();
        var asked = deals.Where(deal => IsAsked(org, deal.Opportunity, deal.Memory, deal.Context)).Select(deal => deal.Opportunity.Id).ToHashSet();
        var rows = asked.Count > 0 && await CanKeepAsync(org, cancellationToken) ? await reader.ReadAsync(asked, cancellationToken) : null;
        return
        [
            .. deals.Select(deal => Known(
                deal.Opportunity, deal.Memory, deal.Context, asked.Contains(deal.Opportunity.Id), rows is null ? null : rows.GetValueOrDefault(deal.Opportunity.Id) ?? [])),
        ];
    }

    private static (DealContext Context, KnownScores Scores) Known(Opportunity opportunity, DealMemory memory, DealContext context, bool isAsked, IReadOnlyList<ScoreRow>? rows)
    {
        var known = !isAsked ? memory.KnownScores : rows is null ? KnownScores.NotAsked : KnownScores.Of(rows) with { IsFresh = true };
        var inherited = SeededScores.StillInherited(opportunity, memory.Seeded, known.IsKnown ? known : memory.KnownScores);
        var mayBeSeeded = isAsked && rows is not null ? NeverScored(memory, known) : memory.Seeded is not null || memory.KnownScores.WasSeeded ? PillarSet.Empty : null;
        return (context with { InheritedPillars = inherited.ToHashSet(), NeverScored = mayBeSeeded }, known);
    }

    private static PillarSet NeverScored(DealMemory memory, KnownScores known) =>
        known.WasSeeded || memory.Seeded is not null ? PillarSet.Empty : PillarSet.Where(pillar => !known.EverScored.Contains(pillar));

    private static bool IsAsked(OrgSession org, Opportunity opportunity, DealMemory memory, DealContext context)
    {
        if (!org.Policy.History.ScoreRows || !Pillars.ScoreFields.All(org.Policy.Fields.Has))
            return false;
        var scores = MiqlScores.Of(opportunity);
        if (memory.KnownScores is not { IsKnown: true } known)
            return Pillars.All.Any(pillar => scores[pillar] is not null) || IsToBeSeeded(opportunity, memory, context);
        var isInherited = SeededScores.StillInherited(opportunity, memory.Seeded, known).Count > 0;
        return known.Last is not { } last || last.Scores != scores || last.IsInherited != isInherited || IsToBeSeeded(opportunity, memory, context);
    }

    private static bool IsToBeSeeded(Opportunity opportunity, DealMemory memory, DealContext context) =>
        opportunity.IsClosed == false && memory.Seeded is null && !memory.KnownScores.WasSeeded && SaleSeedsItsRenewalRule.MaySeed(opportunity, context.Original);

    private async Task<bool> CanKeepAsync(OrgSession org, CancellationToken cancellationToken)
    {
        if (ScoreRowSchema.ProblemOf(await describe.FindAsync(ScoreRowReader.ObjectName, cancellationToken)) is not { } problem)
            return true;
        org.Tell(DriftNotes.ScoreRows(problem));
        return false;
    }
}
