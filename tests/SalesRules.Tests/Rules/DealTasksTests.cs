using SalesRules.Decisions;
using SalesRules.Rules;
using SalesRules.Snapshots;

namespace SalesRules.Tests.Rules;

public class DealTasksTests
{
    private static readonly SalesforceId Fallback = SalesforceId.Parse("005xx000001Sv6E");

    private static ADeal Deferred => ADeal.InStage("POV").Scored(1, 0, 2, 2, 1).Forecast("Omitted");

    /// <summary>A renewal whose task is for the account's owner, once.</summary>
    private static ADeal Lead => ADeal.Renewal.Under(policy => policy with { Tasks = policy.Tasks with { Rules = new HashSet<string> { "renewal.expansion-lead" } } });

    [Test]
    public void Each_part_is_a_task_with_its_key()
    {
        Assert.That(
            Deferred.Decide().Tasks.Select(task => (task.Key, task.Rule, task.Subject)),
            Is.EqualTo([
                ($"pov.deferred:{ADeal.Id}:O:1", "pov.deferred", "Work on Outcome"),
                ($"pov.deferred:{ADeal.Id}:M:1", "pov.deferred", "Work on Maps"),
            ]));
    }

    [Test]
    public void A_rule_that_the_policy_adds_makes_a_task_of_its_sentence()
    {
        var deal = ADeal.InStage("Discovery").Scored(2, 1, 2, 2, 1).Forecast("Commit")
            .Under(policy => policy with { Tasks = policy.Tasks with { Rules = new HashSet<string> { "forecast.above-ceiling" } } });

        var task = deal.Decide().Tasks.Single();

        Assert.That((task.Key, task.Subject), Is.EqualTo(($"forecast.above-ceiling:{ADeal.Id}:-:1", deal.Decide().Findings[0].Message)));
    }

    [Test]
    public void A_rule_that_makes_one_task_has_no_part() =>
        Assert.That(ADeal.InStage("Discovery").Forecast("Commit").Decide().Tasks.Single().Key, Is.EqualTo($"forecast.score-required:{ADeal.Id}:-:1"));

    [Test]
    public void The_episode_is_the_contexts()
    {
        var deal = Deferred.Knowing(context => context with { Episodes = new TaskEpisodes(new Dictionary<(string, string), int> { [("pov.deferred", "M")] = 4 }) });
        Assert.That(deal.Decide().Tasks.Select(task => task.Key[^3..]), Is.EqualTo(["O:1", "M:4"]));
    }

    [Test]
    public void Due_in_2_business_days_for_high_and_5_for_the_rest()
    {
        var friday = new DateOnly(2026, 3, 6);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Deferred.On(friday).Decide().Tasks[0].Due, Is.EqualTo(new DateOnly(2026, 3, 10)));
            Assert.That(Deferred.With(it => it with { StageName = "Solution" }).On(friday).Decide().Tasks[0].Due, Is.EqualTo(new DateOnly(2026, 3, 13)));
        }
    }

    [Test]
    public void The_severity_in_force_decides_how_soon()
    {
        var deal = Deferred.Under(policy => policy.WithSeverity("pov.deferred", Severity.Low));
        Assert.That(deal.Decide().Tasks[0].Due, Is.EqualTo(new DateOnly(2026, 3, 9)));
    }

    [Test]
    public void A_rule_that_the_policy_leaves_out_makes_no_tasks() =>
        Assert.That(Deferred.Under(policy => policy with { Tasks = policy.Tasks with { Rules = new HashSet<string>() } }).Decide().Tasks, Is.Empty);

    [TestCase(255, 255)]
    [TestCase(256, 255)]
    public void A_subject_is_at_most_255_characters(int length, int expected)
    {
        var subject = Subject(new string('x', length));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(subject, Has.Length.EqualTo(expected));
            Assert.That(subject.EndsWith('…'), Is.EqualTo(length > 255));
        }
    }

    [Test]
    public void A_subject_is_not_cut_within_a_character()
    {
        var subject = Subject(new string('x', 253) + "😀😀");
        Assert.That(subject, Is.EqualTo(new string('x', 253) + "…"));
    }

    [Test]
    public void An_active_owner_gets_it() => Assert.That(OwnerOf(Deferred), Is.EqualTo(ADeal.Owner));

    [Test]
    public void An_owner_of_whom_nothing_is_known_gets_it() => Assert.That(OwnerOf(Owned(null)), Is.EqualTo(ADeal.Owner));

    [Test]
    public void Without_an_owner_it_is_the_policys_default_or_nobody()
    {
        var deal = Deferred.With(it => it with { OwnerId = null });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(OwnerOf(deal), Is.Null);
            Assert.That(OwnerOf(WithDefault(deal)), Is.EqualTo(Fallback));
        }
    }

    [Test]
    public void For_an_inactive_owner_it_is_the_manager_on_the_record_where_there_is_no_directory() =>
        Assert.That(OwnerOf(Owned(false)), Is.EqualTo(ADeal.Manager));

    [Test]
    public void Then_the_policys_default()
    {
        var deal = Owned(false).With(it => it with { OwnerManagerId = null });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(OwnerOf(WithDefault(deal)), Is.EqualTo(Fallback));
            Assert.That(OwnerOf(deal), Is.EqualTo(ADeal.Owner));
        }
    }

    [TestCase(true, true, "005xx000001Sv6B", TestName = "The_nearest_active_manager_gets_it")]
    [TestCase(false, true, "005xx000001Sv6C", TestName = "An_inactive_manager_is_passed_over")]
    [TestCase(false, false, "005xx000001Sv6E", TestName = "Where_all_are_inactive_the_policys_default_gets_it")]
    public void The_chain_of_managers_is_followed(bool managerActive, bool directorActive, string expected)
    {
        var deal = WithDefault(Owned(false)).Knowing(Directory(false, managerActive, directorActive));
        Assert.That(OwnerOf(deal), Is.EqualTo(SalesforceId.Parse(expected)));
    }

    [Test]
    public void An_owner_whom_the_directory_knows_to_be_inactive_does_not_get_it() =>
        Assert.That(OwnerOf(Owned(null).Knowing(Directory(false, true, true))), Is.EqualTo(ADeal.Manager));

    [TestCase(true, "005xx000001Sv6C")]
    [TestCase(false, "005xx000001Sv6B")]
    public void A_task_for_another_user_is_theirs_while_they_are_active_and_else_their_managers(bool isActive, string expected)
    {
        var users = new UserDirectory(
        [
            new User(ADeal.Director, "Account owner", isActive, ADeal.Manager, null),
            new User(ADeal.Manager, "Their manager", true, null, null),
        ]);
        Assert.That(OwnerOf(Lead.Knowing(context => context with { Users = users })), Is.EqualTo(SalesforceId.Parse(expected)));
    }

    [Test]
    public void Where_that_user_is_not_known_by_name_the_deals_owner_gets_it() =>
        Assert.That(OwnerOf(Lead.With(it => it with { AccountOwnerId = null })), Is.EqualTo(ADeal.Owner));

    [TestCase(1, 1)]
    [TestCase(2, 0)]
    public void What_is_made_once_for_a_record_is_made_in_its_first_episode_only(int episode, int count)
    {
        var episodes = new TaskEpisodes(new Dictionary<(string, string), int> { [("renewal.expansion-lead", "")] = episode });
        Assert.That(Lead.Knowing(context => context with { Episodes = episodes }).Decide().Tasks, Has.Count.EqualTo(count));
    }

    [Test]
    public void Tasks_are_made_for_open_deals_only() => Assert.That(ADeal.InStage("Closed Won").Forecast("Commit").Decide().Tasks, Is.Empty);

    private static string Subject(string work) => Deferred
        .Under(policy => policy with { Pov = policy.Pov with { Work = policy.Pov.Work.ToDictionary(pair => pair.Key, _ => work) } })
        .Decide().Tasks[0].Subject;

    private static ADeal Owned(bool? active) => Deferred.With(it => it with { OwnerIsActive = active });

    private static ADeal WithDefault(ADeal deal) => deal.Under(policy => policy with { Tasks = policy.Tasks with { DefaultOwner = Fallback } });

    private static SalesforceId? OwnerOf(ADeal deal) => deal.Decide().Tasks[0].Owner;

    private static Func<DealContext, DealContext> Directory(bool owner, bool manager, bool director) => context => context with
    {
        Users = new UserDirectory(
        [
            new User(ADeal.Owner, "Rep", owner, ADeal.Manager, null),
            new User(ADeal.Manager, "Manager", manager, ADeal.Director, null),
            new User(ADeal.Director, "Director", director, null, null),
        ]),
    };
}
