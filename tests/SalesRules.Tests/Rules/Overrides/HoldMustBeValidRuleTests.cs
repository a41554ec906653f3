using SalesRules.Decisions;
using SalesRules.Rules;
using SalesRules.Rules.Overrides;
using SalesRules.Snapshots;

namespace SalesRules.Tests.Rules.Overrides;

public class HoldMustBeValidRuleTests
{
    private static readonly User[] People =
    [
        new(ADeal.Owner, "Rep", true, ADeal.Manager, "Rep"),
        new(ADeal.Manager, "Manager", true, ADeal.Director, "Manager"),
        new(ADeal.Director, "Director", true, null, "Director"),
        new(ADeal.Stranger, "Stranger", true, null, "Rep"),
    ];

    private static ADeal Held => ADeal.InStage("Discovery").Scored(2, 1, 2, 2, 1).Forecast("Commit").With(it => it with
    {
        ForecastHold = "Commit",
        ForecastHoldBy = ADeal.Manager,
        ForecastHoldReason = "The board has signed",
        ForecastHoldSetOn = ADeal.Today,
        ForecastHoldUntil = ADeal.Today.AddDays(14),
    });

    [Test]
    public void No_hold_no_finding() => Assert.That(ADeal.InStage("Discovery").Ask<HoldMustBeValidRule>(), Says.Nothing);

    [Test]
    public void A_hold_by_the_owners_manager_for_14_days_with_a_reason_holds()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Held.Ask<HoldMustBeValidRule>(), Says.Nothing);
            Assert.That(Held.Decide().Changes, Is.Empty);
        }
    }

    [Test]
    public void For_15_days_it_does_not()
    {
        var deal = Held.With(it => it with { ForecastHoldUntil = ADeal.Today.AddDays(15) });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(deal.Finding<HoldMustBeValidRule>().Severity, Is.EqualTo(Severity.Medium));
            Assert.That(
                deal.Finding<HoldMustBeValidRule>().Message,
                Is.EqualTo("The hold of the forecast category does not count: it ends more than 14 days after it was set."));
            Assert.That(deal.Decide().Changes, Has.Count.EqualTo(1));
        }
    }

    [Test]
    public void On_its_last_day_it_holds_and_the_day_after_the_rule_returns()
    {
        var lastDay = ADeal.Today.AddDays(14);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Held.On(lastDay).Decide().Changes, Is.Empty);
            Assert.That(Held.On(lastDay.AddDays(1)).Decide().Changes, Has.Count.EqualTo(1));
            Assert.That(Held.On(lastDay.AddDays(1)).Ask<HoldMustBeValidRule>(), Says.Nothing);
        }
    }

    [Test]
    public void A_hold_that_is_dated_to_begin_tomorrow_does_not_hold_today()
    {
        var deal = Held.With(it => it with { ForecastHoldSetOn = ADeal.Today.AddDays(1), ForecastHoldUntil = ADeal.Today.AddDays(15) });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(deal.Decide().Changes, Has.Count.EqualTo(1));
            Assert.That(deal.Ask<HoldMustBeValidRule>(), Says.Nothing);
            Assert.That(deal.On(ADeal.Today.AddDays(1)).Decide().Changes, Is.Empty);
        }
    }

    [Test]
    public void The_days_are_the_policys()
    {
        var deal = Held.Under(policy => policy with { Overrides = policy.Overrides with { MaximumDays = 13 } });
        Assert.That(deal.Ask<HoldMustBeValidRule>(), Says.Something);
    }

    [Test]
    public void A_hold_set_at_the_end_of_the_calendar_breaks_nothing()
    {
        var deal = Held.With(it => it with { ForecastHoldSetOn = DateOnly.MaxValue, ForecastHoldUntil = DateOnly.MaxValue });
        Assert.That(() => deal.Decide(), Throws.Nothing);
    }

    [TestCaseSource(nameof(Broken))]
    public void Each_condition_it_breaks_is_named(Func<Opportunity, Opportunity> change, string problem) =>
        Assert.That(Held.With(change).Finding<HoldMustBeValidRule>().Message, Is.EqualTo($"The hold of the forecast category does not count: {problem}."));

    [Test]
    public void Several_broken_conditions_are_one_sentence()
    {
        var finding = Held.With(it => it with { ForecastHoldReason = null, ForecastHoldBy = ADeal.Owner }).Finding<HoldMustBeValidRule>();
        Assert.That(finding.Message, Does.EndWith("it gives no reason and its holder is not one of the owner's managers."));
        Assert.That(
            finding.Evidence,
            Is.EqualTo([new Evidence("Forecast_Hold_Reason__c", FieldValue.Null, FieldValue.Of("a reason")), new Evidence("Forecast_Hold_By__c", FieldValue.Of(ADeal.Owner), FieldValue.Of("a manager of the owner"))]),
            "what is fulfilled is not listed");
    }

    [Test]
    public void The_managers_manager_may_hold_where_the_directory_is_known() =>
        Assert.That(By(ADeal.Director).Knowing(With(People)).Build().Hold.State, Is.EqualTo(HoldState.Holds));

    [Test]
    public void A_stranger_may_not() =>
        Assert.That(By(ADeal.Stranger).Knowing(With(People)).Ask<HoldMustBeValidRule>(), Says.A(Severity.Medium));

    [Test]
    public void A_role_of_the_policy_may_hold_any_deal()
    {
        User[] people = [.. People.Where(user => user.Id != ADeal.Stranger), new(ADeal.Stranger, "VP", true, null, "VP Sales")];
        Assert.That(By(ADeal.Stranger).Knowing(With(people)).Build().Hold.State, Is.EqualTo(HoldState.Holds));
    }

    [Test]
    public void A_role_of_the_policy_counts_even_if_the_directory_lacks_the_owner()
    {
        User[] people = [new(ADeal.Stranger, "VP", true, null, "VP Sales")];
        Assert.That(By(ADeal.Stranger).Knowing(With(people)).Build().Hold.State, Is.EqualTo(HoldState.Holds));
    }

    [Test]
    public void The_owner_may_not_hold_their_own_deal_whatever_their_role()
    {
        User[] people = [new(ADeal.Owner, "Rep", true, ADeal.Owner, "VP Sales")];
        Assert.That(By(ADeal.Owner).With(it => it with { OwnerManagerId = ADeal.Owner }).Knowing(With(people)).Ask<HoldMustBeValidRule>(), Says.Something);
    }

    [Test]
    public void Without_a_directory_it_is_not_known_whether_another_manages_the_owner_so_nothing_is_corrected_or_said()
    {
        var deal = By(ADeal.Director);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(deal.Ask<HoldMustBeValidRule>(), Says.Unknown);
            Assert.That(deal.Decide().Changes, Is.Empty);
            Assert.That(deal.Decide().NotRun, Has.Member("override.invalid"));
        }
    }

    [Test]
    public void A_directory_without_the_owner_does_not_know_either() =>
        Assert.That(By(ADeal.Director).Knowing(With([.. People.Where(user => user.Id != ADeal.Owner)])).Ask<HoldMustBeValidRule>(), Says.Unknown);

    [Test]
    public void Managers_in_a_circle_end_the_chain()
    {
        User[] people =
        [
            new(ADeal.Owner, "Rep", true, ADeal.Manager, null), new(ADeal.Manager, "Manager", true, ADeal.Director, null),
            new(ADeal.Director, "Director", true, ADeal.Manager, null), new(ADeal.Stranger, "Stranger", true, null, null),
        ];
        using (Assert.EnterMultipleScope())
        {
            Assert.That(By(ADeal.Director).Knowing(With(people)).Ask<HoldMustBeValidRule>(), Says.Nothing);
            Assert.That(By(ADeal.Stranger).Knowing(With(people)).Ask<HoldMustBeValidRule>(), Says.Something);
        }
    }

    [Test]
    public void Closed_deals_are_left_alone() =>
        Assert.That(Held.With(it => it with { StageName = "Closed Won", ForecastHoldReason = null }).Ask<HoldMustBeValidRule>(), Says.Nothing);

    [Test]
    public void No_hold_keeps_a_deal_in_pov_against_the_gate()
    {
        var decision = Held.With(it => it with { StageName = "POV", Outcome = PillarScore.From(1) }).Decide();
        Assert.That(decision.Changes.Select(change => change.Field), Is.EqualTo(["StageName"]));
    }

    private static IEnumerable<TestCaseData> Broken =>
    [
        Case(it => it with { ForecastHoldReason = " " }, "it gives no reason"),
        Case(it => it with { ForecastHoldReason = null }, "it gives no reason"),
        Case(it => it with { ForecastHoldSetOn = null }, "it does not say when it was set"),
        Case(it => it with { ForecastHoldUntil = null }, "it has no end"),
        Case(it => it with { ForecastHold = "Upside" }, "its category is none that Salesforce knows"),
        Case(it => it with { ForecastHoldBy = null }, "its holder is not one of the owner's managers"),
        Case(it => it with { ForecastHoldBy = ADeal.Owner }, "its holder is not one of the owner's managers"),
    ];

    private static TestCaseData Case(Func<Opportunity, Opportunity> change, string problem) => new(change, problem);

    private static ADeal By(SalesforceId holder) => Held.With(it => it with { ForecastHoldBy = holder });

    private static Func<DealContext, DealContext> With(User[] people) => context => context with { Users = new UserDirectory(people) };
}
