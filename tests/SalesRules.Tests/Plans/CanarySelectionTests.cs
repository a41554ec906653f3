using System.Globalization;
using SalesRules.Plans;
using SalesRules.Policies;
using SalesRules.Rules;
using SalesRules.Snapshots;

namespace SalesRules.Tests.Plans;

public class CanarySelectionTests
{
    private static readonly ChangeBudget OnePercent = new() { CanaryPercent = 1, SmallRun = 10 };

    [TestCase(10, ExpectedResult = 0, TestName = "A small run needs no canary")]
    [TestCase(11, ExpectedResult = 1, TestName = "One planned record more, and the first goes ahead")]
    [TestCase(100, ExpectedResult = 1, TestName = "One per cent of a hundred is one")]
    [TestCase(101, ExpectedResult = 2, TestName = "A part of a record counts as a whole one")]
    public int One_per_cent(int planned) => Selection(OnePercent, planned).Ids.Count;

    [Test]
    public void The_share_is_spread_over_the_run() =>
        Assert.That(Selection(OnePercent with { CanaryPercent = 10 }, 30).Ids, Is.EquivalentTo(new[] { Id(0), Id(10), Id(20) }));

    [Test]
    public void Without_a_canary_in_the_policy_nothing_goes_first() =>
        Assert.That(Selection(new ChangeBudget(), 50).Ids, Is.Empty);

    [Test]
    public void A_team_is_its_members_and_those_whom_they_manage()
    {
        var selection = new CanarySelection(new ChangeBudget { CanaryTeam = [ADeal.Manager], SmallRun = 0 }, []);
        selection.Add(Decide(Deal(1)));
        selection.Add(Decide(Deal(2).With(deal => deal with { OwnerId = ADeal.Manager, OwnerManagerId = null })));
        selection.Add(Decide(Deal(3).With(deal => deal with { OwnerManagerId = null })));

        Assert.That(selection.Ids, Is.EquivalentTo(new[] { Id(1), Id(2) }));
    }

    [Test]
    public void A_team_that_owns_everything_planned_is_no_canary() =>
        Assert.That(Selection(new ChangeBudget { CanaryTeam = [ADeal.Manager] }, 20).Ids, Is.Empty);

    [Test]
    public void A_deal_that_earlier_runs_could_not_settle_leaves_its_place_to_the_next()
    {
        var selection = new CanarySelection(OnePercent with { CanaryPercent = 10 }, [Id(0)]);
        for (var number = 0; number < 30; number++)
            selection.Add(Decide(Deal(number)));

        Assert.That(selection.Ids, Is.EquivalentTo(new[] { Id(1), Id(11), Id(21) }));
    }

    [Test]
    public void A_deal_that_is_decided_again_and_needs_nothing_leaves_the_canary()
    {
        var selection = Selection(OnePercent, 20);
        selection.Add(Decide(Deal(0)) with { Planned = Decide(Deal(0)).Planned with { Changes = [], NewTasks = [], ClearedTasks = [] } });

        Assert.That(selection.Ids, Is.Empty);
    }

    private static CanarySelection Selection(ChangeBudget budget, int planned)
    {
        var selection = new CanarySelection(budget, []);
        for (var number = 0; number < planned; number++)
            selection.Add(Decide(Deal(number)));
        return selection;
    }

    private static SalesforceId Id(int number) => SalesforceId.Parse(string.Create(CultureInfo.InvariantCulture, $"006xx0000000{number:000}"));

    private static ADeal Deal(int number) => ADeal.InStage("Commitment").Scored(2, 1, 2, 2, 1).Forecast("Commit").With(deal => deal with { Id = Id(number) });

    private static PlannedDecision Decide(ADeal deal) =>
        new RecordPlan(new RuleBook(deal.Policy)).Of(deal.Opportunity, deal.Context, KnownTasks.None, new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));
}
