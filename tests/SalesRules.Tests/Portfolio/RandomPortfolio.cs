using SalesRules.Policies;
using SalesRules.Snapshots;

namespace SalesRules.Tests.Portfolio;

/// <summary>Deals with any stage, money, dates, owner and history, the same ones for the same seed.</summary>
internal static class RandomPortfolio
{
    private static readonly string[] Stages = [.. TestPolicy.OneOfEachType.Select(stage => stage.Name), "Nobody knows"];
    private static readonly SalesforceId?[] Owners = [ADeal.Owner, ADeal.Manager, ADeal.Stranger, null];
    private static readonly string?[] Segments = ["Enterprise", "Commercial", null];

    public static PortfolioPolicy Settings { get; } = Portfolios.Settings with
    {
        Quotas = new Dictionary<SalesforceId, QuarterAmounts> { [ADeal.Owner] = new(1_000, 2_000, 3_000, 4_000), [ADeal.Manager] = new(1_000, null, null, null) },
    };

    public static IReadOnlyList<Opportunity> Of(int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(1, random.Next(1, 40)).Select(number => Deal(number, random))];
    }

    private static Opportunity Deal(int number, Random random)
    {
        var owner = random.Next(Owners.Length);
        var states = States(random);
        var last = states[^1];
        var deal = Portfolios.Deal(number, last.StageName, last.Amount, null, last.Category?.Name()) with
        {
            OwnerId = Owners[owner],
            OwnerName = Owners[owner] is null ? null : FormattableString.Invariant($"Owner {owner}"),
            OwnerManagerId = owner < 2 ? ADeal.Director : null,
            Segment = Segments[random.Next(Segments.Length)],
            CloseDate = random.Next(8) == 0 ? null : last.CloseDate,
            Probability = last.Probability,
            CreatedDate = random.Next(6) == 0 ? null : states[0].At,
        };
        return random.Next(5) == 0 ? deal : deal.With(states);
    }

    private static List<DealState> States(Random random)
    {
        var states = new List<DealState>();
        var day = Portfolios.Today.AddDays(-random.Next(600));
        for (var i = random.Next(1, 7); i > 0; i--)
        {
            states.Add(new DealState(ADeal.Noon(day), Stages[random.Next(Stages.Length)])
            {
                Amount = random.Next(6) == 0 ? null : random.Next(5) * 250.5m,
                Probability = random.Next(11) * 10,
                CloseDate = Portfolios.Today.AddDays(random.Next(-300, 200)),
                Category = random.Next(7) is < 6 and var category ? (ForecastCategory)category : null,
                By = ADeal.Owner,
            });
            day = day.AddDays(random.Next(60));
        }

        return states;
    }
}
