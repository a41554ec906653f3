using SalesRules.Sandbox.Generation.People;

namespace SalesRules.Sandbox.Generation.Deals;

/// <summary>
/// One scoring of a deal and where the deal stood. Evidence has one text per pillar, in the order of <see cref="Scores.Pillars"/>, null where
/// there is none. Inherited: taken over from the original sale instead of given by somebody.
/// </summary>
internal sealed record Scoring(
    Scores Scores, IReadOnlyList<string?> Evidence, DateOnly On, Employee By, string Stage, string Category, bool Inherited = false)
{
    /// <summary>The same scoring with another evidence for one pillar.</summary>
    public Scoring WithEvidence(int pillar, string? text) =>
        this with { Evidence = [.. Evidence.Select((old, index) => index == pillar ? text : old)] };
}
