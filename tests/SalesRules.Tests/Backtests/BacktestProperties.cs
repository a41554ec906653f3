using FsCheck.NUnit;
using SalesRules.Backtests;
using SalesRules.Policies;
using SalesRules.Rules;
using SalesRules.Snapshots;
using SalesRules.Tests.Rules;
using PropertyAttribute = FsCheck.NUnit.PropertyAttribute;

namespace SalesRules.Tests.Backtests;

/// <summary>Nothing that comes later changes what was decided before, and every figure can be counted by hand.</summary>
[Properties(Arbitrary = [typeof(RandomDeals)], MaxTest = 300, QuietOnSuccess = true)]
public class BacktestProperties
{
    [Property]
    public void What_comes_later_changes_no_earlier_warning(ADeal[] history, ADeal[] otherFuture, byte cut)
    {
        var past = history.Take(cut % 8).ToArray();
        var day = ADeal.Today.AddDays(past.Length);

        var one = Decide([.. past, .. history.Skip(past.Length)]);
        var other = Decide([.. past, .. otherFuture]);

        Assert.That(Before(one, day), Is.EquivalentTo(Before(other, day)));
    }

    [Property]
    public void The_order_of_the_snapshots_does_not_count(ADeal[] history)
    {
        var (forth, back) = (new WarningBook(), new WarningBook());
        var observations = Observations(history);
        foreach (var (observation, rules) in observations)
            forth.Add(observation, rules);
        foreach (var (observation, rules) in observations.Reverse())
            back.Add(observation, rules);

        Assert.That(back.Of(ADeal.Id), Is.EquivalentTo(forth.Of(ADeal.Id)));
    }

    /// <summary>Each deal of a random history under an id of its own, in two snapshots; counted again without the product's sums.</summary>
    [Property]
    public void Precision_and_recall_are_what_counting_gives(ADeal[] deals)
    {
        var (warnings, outcomes) = (new WarningBook(), new OutcomeBook(new FiscalCalendar(1)));
        var decided = deals.Take(400).Select((deal, index) => deal.With(it => it with { Id = Id(index) })).ToList();
        foreach (var deal in decided)
        {
            warnings.Add(Observe(deal, ADeal.Today), new RuleBook(deal.Policy));
            outcomes.Add(Sighting.Of(deal.Opportunity, ADeal.Today, deal.Policy.Stages));
            outcomes.Add(Sighting.Of(deal.Opportunity with { IsClosed = true, IsWon = deal.Opportunity.Outcome.Points == 2, StageName = null }, ADeal.Today.AddDays(60), deal.Policy.Stages));
        }

        var result = BacktestResult.Of(warnings, outcomes);

        var known = decided.Select(deal => deal.Opportunity.Id).Where(id => outcomes.Of(id) is { IsKnown: true }).ToList();
        foreach (var figures in result.Figures)
        {
            bool IsWarned(SalesforceId id) => warnings.Of(id).TryGetValue(figures.Warning, out var on) && on <= outcomes.Of(id)!.WarnableUntil;
            var (warned, bad) = (known.Where(IsWarned).ToList(), known.Where(id => outcomes.Of(id)!.IsBad).ToList());
            Assert.That((figures.Precision.Hits, figures.Precision.Of), Is.EqualTo((warned.Count(id => outcomes.Of(id)!.IsBad), warned.Count)), figures.Warning.Name);
            Assert.That((figures.Recall.Hits, figures.Recall.Of), Is.EqualTo((bad.Count(IsWarned), bad.Count)), figures.Warning.Name);
        }
    }

    private static WarningBook Decide(IReadOnlyList<ADeal> history)
    {
        var book = new WarningBook();
        foreach (var (observation, rules) in Observations(history))
            book.Add(observation, rules);
        return book;
    }

    /// <summary>One snapshot a day of one deal.</summary>
    private static IEnumerable<(Observation Observation, RuleBook Rules)> Observations(IReadOnlyList<ADeal> history) =>
        [.. history.Select((deal, index) => (Observe(deal, ADeal.Today.AddDays(index)), new RuleBook(deal.Policy)))];

    private static Observation Observe(ADeal deal, DateOnly day) => new(day, ADeal.Noon(day.AddDays(1)), deal.Opportunity, deal.Context with { Today = day });

    private static IEnumerable<string> Before(WarningBook book, DateOnly day) =>
        book.Of(ADeal.Id).Where(warning => warning.Value < day).Select(warning => $"{warning.Key.Name} {warning.Value:O}");

    private static SalesforceId Id(int number) => SalesforceId.Parse(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"006{number:D12}"));
}
