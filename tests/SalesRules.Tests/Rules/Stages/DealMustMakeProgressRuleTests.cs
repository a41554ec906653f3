using SalesRules.Decisions;
using SalesRules.Rules;
using SalesRules.Rules.Stages;
using SalesRules.Snapshots;

namespace SalesRules.Tests.Rules.Stages;

public class DealMustMakeProgressRuleTests
{
    private static readonly DateOnly LongAgo = ADeal.Today.AddDays(-200);

    [TestCase(30, false)]
    [TestCase(31, true)]
    public void An_activity_is_progress(int days, bool found) => Expect(found, Stalled.With(it => it with { LastActivityDate = ADeal.Today.AddDays(-days) }));

    [TestCase(30, false)]
    [TestCase(31, true)]
    public void So_is_a_score(int days, bool found)
    {
        Expect(found, Stalled.With(it => it with { ScoredOn = ADeal.Today.AddDays(-days) }));
        Expect(found, Stalled.Knowing(context => context with
        {
            ScoreHistory = new ScoreHistory(new Dictionary<Pillar, ScoreChange> { [Pillar.Maps] = new(ADeal.Noon(ADeal.Today.AddDays(-days)), null) }),
        }));
    }

    [TestCase(30, false)]
    [TestCase(31, true)]
    public void So_is_a_new_next_step(int days, bool found) => Expect(found, Stalled.Watched(LongAgo, ("NextStep", ADeal.Today.AddDays(-days))));

    [TestCase(30, false)]
    [TestCase(31, true)]
    public void So_is_a_new_stage(int days, bool found)
    {
        Expect(found, MovedBy(ADeal.Owner, days));
    }

    [Test]
    public void What_the_service_moved_is_no_progress()
    {
        var deal = MovedBy(ADeal.Stranger, 1).Knowing(context => context with { ServiceUser = ADeal.Stranger });
        Assert.That(deal.Finding<DealMustMakeProgressRule>().Message, Does.Contain("since 2025-08-14"));
    }

    [Test]
    public void It_is_medium_and_says_since_when()
    {
        var finding = Stalled.Finding<DealMustMakeProgressRule>();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(finding.Severity, Is.EqualTo(Severity.Medium));
            Assert.That(finding.Message, Is.EqualTo("Stalled: no change of stage, score, next step or activity since 2025-08-14."));
            Assert.That(finding.Evidence.Select(seen => seen.Field), Is.EqualTo(["LastActivityDate", "NextStep"]));
        }
    }

    [Test]
    public void A_deal_of_which_nothing_is_known_cannot_be_told() => Assert.That(Stalled.With(it => it with { LastActivityDate = null }).Ask<DealMustMakeProgressRule>(), Says.Unknown);

    [TestCase(30)]
    [TestCase(5)]
    public void Nor_can_one_that_is_watched_for_too_short_a_time_to_see_the_next_step_change(int days) =>
        Assert.That(Stalled.Watched(ADeal.Today.AddDays(-days)).Ask<DealMustMakeProgressRule>(), Says.Unknown);

    [TestCase(30, false)]
    [TestCase(31, true)]
    public void Nor_one_whose_stages_are_not_known_unless_its_last_stage_change_is_recent(int days, bool isUnknown)
    {
        var deal = Stalled.Knowing(context => context with { StageHistory = null }).With(it => it with { LastStageChangeDate = ADeal.Noon(ADeal.Today.AddDays(-days)) });
        Assert.That(deal.Ask<DealMustMakeProgressRule>(), isUnknown ? Says.Unknown : Says.Nothing);
    }

    [Test]
    public void Nor_one_that_nobody_watches() => Assert.That(Stalled.Knowing(context => context with { FieldHistory = null }).Ask<DealMustMakeProgressRule>(), Says.Unknown);

    [Test]
    public void The_days_are_the_policys() =>
        Expect(false, Stalled.Under(policy => policy with { StageRules = policy.StageRules with { NoProgressDays = 200 } }));

    private static ADeal Stalled => ADeal.InStage("Discovery").With(it => it with { LastActivityDate = LongAgo })
        .Watched(LongAgo).Knowing(context => context with { StageHistory = [] });

    private static ADeal MovedBy(SalesforceId user, int daysAgo) => Stalled.Knowing(context => context with
    {
        StageHistory = [new StageEntry("Solution", ADeal.Noon(LongAgo), ADeal.Owner), new StageEntry("Discovery", ADeal.Noon(ADeal.Today.AddDays(-daysAgo)), user)],
    });

    private static void Expect(bool found, ADeal deal) => Assert.That(deal.Ask<DealMustMakeProgressRule>(), found ? Says.Something : Says.Nothing);
}
