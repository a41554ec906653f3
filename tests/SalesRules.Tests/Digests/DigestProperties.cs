using System.Globalization;
using SalesRules.Decisions;
using SalesRules.Digests;
using SalesRules.Policies;
using SalesRules.Portfolio;
using SalesRules.Portfolio.Movement;
using SalesRules.Rules;
using SalesRules.Snapshots;
using SalesRules.Tests.Portfolio;
using PropertyAttribute = FsCheck.NUnit.PropertyAttribute;

namespace SalesRules.Tests.Digests;

/// <summary>What holds of the digests of any deals.</summary>
[FsCheck.NUnit.Properties(MaxTest = 100, QuietOnSuccess = true)]
public class DigestProperties
{
    private static readonly DigestScope Everything = new(
        TestPolicy.Default with { Portfolio = RandomPortfolio.Settings, Digests = new DigestsPolicy { Top = 100, AtRisk = 100, Slipping = 100, Listed = 100 } },
        Portfolios.Today, Portfolios.Today.AddDays(-60));

    [Property]
    public void Every_open_deal_is_in_exactly_the_lists_that_it_belongs_to(int seed)
    {
        var deals = Decided(seed, out var builder);
        var digest = builder.Build(OpenActions.Unknown("not asked"));

        foreach (var deal in deals)
        {
            var (record, category) = (deal.Record, deal.Record.Category);
            var isOpen = PortfolioDeal.StatusOf(record, Everything.Policy.Stages) == DealStatus.Open;
            var inReview = isOpen && category is ForecastCategory.BestCase or ForecastCategory.MostLikely or ForecastCategory.Commit;
            var isScored = Pillars.All.All(pillar => record.Score(pillar).Points is not null);
            var kinds = deal.Movement?.Moves.Select(move => move.Kind).ToHashSet() ?? [];
            AssertIn(digest.AtRisk, deal, isOpen && deal.Decision.Risk.Level >= RiskLevel.Medium);
            AssertIn(digest.NotReviewable, deal, inReview && !isScored);
            AssertIn(digest.Top, deal, isOpen && category != ForecastCategory.Omitted && !(inReview && !isScored));
            AssertIn(digest.Slipping, deal, isOpen && (EndsLater(deal) || record.CloseDate < Everything.Today));
            AssertIn(digest.Wins, deal, kinds.Contains(MovementKind.Won));
            AssertIn(digest.Built, deal, kinds.Contains(MovementKind.New));
        }
    }

    [Property]
    public void Sums_are_the_portfolios(int seed)
    {
        Decided(seed, out var builder);
        var digest = builder.Build(OpenActions.Unknown("not asked"));
        var whole = digest.Portfolio.Whole;

        Assert.That((digest.Risk.All.Deals, digest.Risk.All.Known), Is.EqualTo((whole.Deals.Open.Deals, whole.Deals.Open.Known)));
        Assert.That((digest.AtRisk.Total.Deals, digest.AtRisk.Total.Known), Is.EqualTo((digest.Risk.AtRisk.Deals, digest.Risk.AtRisk.Known)));
        Assert.That((digest.Wins.Total.Deals, digest.Built.Total.Deals), Is.EqualTo((whole.Movement.Sums[MovementKind.Won].Deals, whole.Movement.Sums[MovementKind.New].Deals)));
        Assert.That(digest.Reasons.Select(reason => reason.Money.Known), Has.All.LessThanOrEqualTo(digest.Risk.AtRisk.Known));
    }

    [Property]
    public void The_order_of_the_deals_does_not_matter(int seed)
    {
        var deals = Decided(seed, out var one);
        var other = new PipelinePreRead.Builder(Everything, ScopeOfPortfolio());
        foreach (var deal in deals.AsEnumerable().Reverse())
            other.Add(deal);

        Assert.That(Named(other), Is.EqualTo(Named(one)));
    }

    private static List<DigestDeal> Decided(int seed, out PipelinePreRead.Builder builder)
    {
        builder = new PipelinePreRead.Builder(Everything, ScopeOfPortfolio());
        var rules = new RuleBook(Everything.Policy);
        var random = new Random(seed);
        var decided = new List<DigestDeal>();
        foreach (var record in RandomPortfolio.Of(seed).Select(deal => Scored(deal, random)))
        {
            var context = new DealContext { Today = Everything.Today };
            var deal = new DigestDeal(new Deal(record, context, Everything.Policy), rules.Decide(record, context), builder.Count(record));
            builder.Add(deal);
            decided.Add(deal);
        }

        return decided;
    }

    private static Opportunity Scored(Opportunity deal, Random random)
    {
        PillarScore Score() => random.Next(6) == 0 ? PillarScore.Unscored : PillarScore.From(random.Next(3));
        return deal with { Outcome = Score(), Maps = Score(), Insight = Score(), Quantify = Score(), Leadership = Score() };
    }

    private static IReadOnlyList<string> Named(PipelinePreRead.Builder builder)
    {
        var digest = builder.Build(OpenActions.Unknown("not asked"));
        return [.. new[] { digest.AtRisk, digest.Top, digest.Slipping, digest.Wins, digest.Built, digest.NotReviewable }.Select(list => string.Join(' ', list.Deals.Select(deal => deal.Id.Value)))];
    }

    private static bool EndsLater(DigestDeal deal)
    {
        List<Move> moves = [.. (deal.Movement?.Moves ?? []).Where(move => move.Kind is MovementKind.Pushed or MovementKind.PulledIn)];
        return moves.Any(move => move.Kind == MovementKind.Pushed) && DateOnly.ParseExact(moves[0].From!, "O", CultureInfo.InvariantCulture) < deal.Record.CloseDate;
    }

    private static void AssertIn(DealList list, DigestDeal deal, bool belongs) => Assert.That(list.Deals.Any(one => one.Id == deal.Id), Is.EqualTo(belongs), deal.Id.Value);

    private static PortfolioScope ScopeOfPortfolio() => new(Everything.Policy, Everything.Today, Everything.Since);
}
