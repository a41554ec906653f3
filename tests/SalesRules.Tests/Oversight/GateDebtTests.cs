using SalesRules.Oversight;
using SalesRules.Rules;
using SalesRules.Snapshots;

namespace SalesRules.Tests.Oversight;

public class GateDebtTests
{
    private const string NoDates = "pov.dates-missing";
    private const string NoChampion = "meddpicc.no-champion";

    [Test]
    public void It_is_owed_since_the_first_decision_of_an_unbroken_row()
    {
        var debt = GateDebt.Of([On(1), On(2, NoDates), On(3), On(4, NoDates), On(5, NoDates)])!;

        Assert.That(debt.Debts.Single(), Is.EqualTo(new Debt(NoDates, "words of 5", Day(4), IsOlder: false)));
    }

    [Test]
    public void What_the_first_decision_found_may_be_older() =>
        Assert.That(GateDebt.Of([On(1, NoDates), On(2, NoDates)])!.Debts.Single(), Is.EqualTo(new Debt(NoDates, "words of 2", Day(1), IsOlder: true)));

    [Test]
    public void The_oldest_comes_first()
    {
        var debt = GateDebt.Of([On(1), On(2, NoChampion), On(3, NoDates, NoChampion)])!;

        Assert.That(debt.Debts.Select(owed => owed.Rule), Is.EqualTo(new[] { NoChampion, NoDates }));
        Assert.That(debt.Since, Is.EqualTo(Day(2)));
    }

    [Test]
    public void What_is_settled_is_not_owed() => Assert.That(GateDebt.Of([On(1, NoDates), On(2)]), Is.Null);

    [TestCase("hygiene.no-activity")]
    [TestCase("forecast.above-ceiling")]
    [TestCase("meddpicc.deal-review")]
    [TestCase("a.rule-of-a-former-version")]
    public void What_no_stage_asks_for_is_no_gate_debt(string rule) => Assert.That(GateDebt.Of([On(1, rule)]), Is.Null);

    [Test]
    public void A_closed_deal_owes_nothing()
    {
        var closed = On(2, NoDates);

        Assert.That(GateDebt.Of([On(1, NoDates), closed with { Record = closed.Record with { IsClosed = true } }]), Is.Null);
    }

    [Test]
    public void Each_rule_that_is_due_from_a_stage_on_is_owed() => Assert.That(
        RuleBook.All.Where(rule => rule.IsOwedByStage).Select(rule => rule.Id),
        Is.EquivalentTo(new[]
        {
            "pov.stage-without-approval", "pov.started-unapproved", "pov.beyond-without-approval", NoDates,
            "meddpicc.no-economic-buyer", NoChampion, "meddpicc.pain-unscored", "meddpicc.no-metrics", "meddpicc.no-decision-criteria", "meddpicc.no-decision-process",
            "meddpicc.no-paper-process", "meddpicc.no-buying-process", "meddpicc.single-threaded", "meddpicc.no-competition",
            "stage.exit-incomplete", "map.missing", "hygiene.missing-field", "proposal.no-desk-decision",
        }));

    [Test]
    public void A_tally_keeps_the_oldest_and_of_equals_the_largest_and_counts_all()
    {
        var tally = new GateDebtTally(kept: 2);
        foreach (var (amount, day) in new[] { (10m, 3), (20m, 2), (30m, 2), (40m, 4) })
        {
            var version = On(day, NoDates);
            version = version with { Record = version.Record with { Amount = amount, Id = SalesforceId.Parse($"006xx0000000{amount:000}") } };
            tally.Add(version.Record, GateDebt.Of([version]));
        }

        tally.Add(On(1).Record, null);

        Assert.That((tally.Open, tally.InDebt, tally.Amount), Is.EqualTo((5, 4, 100m)));
        Assert.That(tally.Oldest.Select(debt => debt.Record.Amount), Is.EqualTo(new decimal?[] { 30m, 20m }));
        Assert.That(tally.Rules.Single(), Is.EqualTo(new RuleDebt(NoDates, 4, 100m, tally.Rules[0].Oldest)).And.Property("Oldest").Property("Since").EqualTo(Day(2)));
    }

    private static DateTimeOffset Day(int day) => new(2026, 3, day, 9, 0, 0, TimeSpan.Zero);

    private static DecidedVersion On(int day, params string[] rules) =>
        new(ADeal.InStage("POV").Opportunity, Day(day), TestPolicy.Default, [.. rules.Select(rule => new DecidedFinding(rule, $"words of {day}"))], []);
}
