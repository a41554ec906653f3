using SalesRules.Sandbox.Generation.Customers;
using SalesRules.Sandbox.Generation.Words;

namespace SalesRules.Sandbox.Generation.Deals;

/// <summary>Gives a deal scores that allow exactly the category it is in, and the scorings that led there.</summary>
internal sealed class ScoreWriter(SampleCalendar calendar)
{
    /// <summary>Scores whose ceiling is the category. They also pass the POV gate wherever the category is above Pipeline.</summary>
    public static Scores For(string category, Motion motion, Chance chance) => category switch
    {
        // A renewal with strong Insight and Quantify is an expansion lead, which is a finding: keep Insight at 1.
        Categories.Commit or Categories.Closed when motion == Motion.Renewal => new(2, 2, 1, 2, 2),
        Categories.Commit or Categories.Closed => new(2, chance.Between(1, 2), chance.Between(1, 2), 2, 2),
        Categories.BestCase when motion == Motion.Renewal => new(2, 2, 1, 2, 1),
        Categories.BestCase => chance.Percent(50) ? new(2, 2, chance.Between(1, 2), 2, 1) : new(2, 1, 2, 2, 1),
        _ => new(chance.Between(0, 1), chance.Between(0, 1), chance.Between(0, 1), chance.Between(0, 1), chance.Between(0, 1)),
    };

    /// <summary>The scoring in force, given in the last two weeks by the owner.</summary>
    public Scoring Current(Deal deal, Scores scores, Chance chance)
    {
        var on = calendar.Day(-chance.Between(1, 13));
        if (on < deal.CreatedOn)
            on = deal.CreatedOn;
        return new Scoring(scores, Evidence(scores, deal.Customer, chance), deal.ClosedOn ?? on, deal.Owner, deal.Stage, deal.Category);
    }

    /// <summary>Up to two weaker scorings from earlier in the deal's life, oldest first.</summary>
    public static IReadOnlyList<Scoring> Earlier(Deal deal, Scoring current, Chance chance)
    {
        var earlier = new List<Scoring>();
        var later = current;
        for (var count = chance.Between(0, 2); count > 0; count--)
        {
            var on = later.On.AddDays(-chance.Between(12, 35));
            if (on < deal.CreatedOn)
                break;
            later = Weaker(deal, later, on, chance);
            earlier.Insert(0, later);
        }
        return earlier;
    }

    private static Scoring Weaker(Deal deal, Scoring later, DateOnly on, Chance chance)
    {
        var values = later.Scores.InOrder.Select(value => value > 0 && chance.Percent(40) ? value - 1 : value).ToArray();
        var evidence = later.Evidence.Select((text, pillar) => values[pillar] is null or 0 ? null : text).ToArray();
        return new Scoring(Scores.From(values), evidence, on, deal.Owner, deal.StageOn(on), Categories.Pipeline);
    }

    private static string?[] Evidence(Scores scores, Customer customer, Chance chance) =>
        [.. scores.InOrder.Select((value, pillar) => value > 0 ? EvidenceWords.For(pillar, customer, chance) : null)];
}
