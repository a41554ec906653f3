using SalesRules.Digests;
using SalesRules.Portfolio;
using SalesRules.Portfolio.Movement;
using SalesRules.Rules;
using SalesRules.Snapshots;

namespace SalesRules.Tests.Digests;

/// <summary>Digests of deals that a test names, on <see cref="ADeal.Today"/>.</summary>
internal static class Digests
{
    public static DigestScope Scope(Func<Policies.DigestsPolicy, Policies.DigestsPolicy>? change = null, UserDirectory? users = null, SalesforceId? team = null) => new(
        TestPolicy.Default with { Digests = (change ?? (settings => settings))(new Policies.DigestsPolicy()) }, ADeal.Today, ADeal.Today.AddDays(-7), users, team);

    public static PipelinePreRead Pipeline(DigestScope scope, IEnumerable<DigestDeal> deals)
    {
        var builder = new PipelinePreRead.Builder(scope, new PortfolioScope(scope.Policy, scope.Today, scope.Since));
        foreach (var deal in deals)
        {
            builder.Count(deal.Record);
            builder.Add(deal);
        }

        return builder.Build(OpenActions.Unknown("not asked"));
    }

    public static T Of<T>(DigestKind kind, DigestScope scope, IEnumerable<DigestDeal> deals)
        where T : Digest
    {
        var builder = DigestBuilder.Of(kind, scope);
        foreach (var deal in deals)
            builder.Add(deal);
        return (T)builder.Build(OpenActions.Unknown("not asked"));
    }

    /// <summary>The deal as the rules decide it, with an id of its own.</summary>
    public static DigestDeal Decided(this ADeal deal, int number, DealMovement? movement = null)
    {
        var own = deal.With(record => record with { Id = IdOf(number) });
        return new DigestDeal(own.Build(), own.Decide(), movement);
    }

    public static SalesforceId IdOf(int number) => Portfolio.Portfolios.IdOf(number);

    /// <summary>A movement of one step in the week of the review.</summary>
    public static DealMovement Moved(this ADeal deal, MovementKind kind) =>
        new(deal.Opportunity, [new Move(ADeal.Noon(ADeal.Today.AddDays(-2)), kind, deal.Opportunity.Amount ?? 0, null, null)], []);

    public static IEnumerable<int> Numbers(this DealList list) => list.Deals.Select(deal => int.Parse(deal.Id.Value[3..15], System.Globalization.CultureInfo.InvariantCulture));
}
