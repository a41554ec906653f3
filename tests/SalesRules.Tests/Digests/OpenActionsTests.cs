using SalesRules.Digests;
using SalesRules.Rules;
using SalesRules.Snapshots;

namespace SalesRules.Tests.Digests;

public class OpenActionsTests
{
    private static readonly UserDirectory Users = new([new User(ADeal.Owner, "Ana Fox", true, ADeal.Manager, null), new User(ADeal.Manager, "Ben Ode", true, null, null)]);

    [TestCase(1, 1, 0)]
    [TestCase(2, 2, 0)]
    [TestCase(3, 2, 1)]
    public void The_next_due_are_named_and_all_are_counted(int tasks, int named, int more)
    {
        var builder = new OpenActions.Builder(Digests.Scope(settings => settings with { Actions = 2 }, Users));
        for (var number = tasks; number > 0; number--)
            builder.Add($"key{number}", ADeal.Owner, "Score it", ADeal.Today.AddDays(number), null);

        var actions = builder.Build();

        Assert.That(actions.Named.Select(action => action.Key), Is.EqualTo(Enumerable.Range(1, named).Select(number => $"key{number}")));
        Assert.That((actions.Count, actions.NotListed, actions.Named[0].Who), Is.EqualTo((tasks, more, "Ana Fox")));
    }

    [TestCase(-1, 1)]
    [TestCase(0, 0)]
    public void Overdue_is_before_today(int days, int overdue)
    {
        var builder = new OpenActions.Builder(Digests.Scope());
        builder.Add("key", null, "Call", ADeal.Today.AddDays(days), null);

        Assert.That((builder.Build().Overdue, builder.Build().Named[0].Who), Is.EqualTo((overdue, (string?)null)));
    }

    [Test]
    public void A_deal_that_comes_by_gives_its_action_its_name()
    {
        var builder = new OpenActions.Builder(Digests.Scope());
        builder.Add("key", null, "Call", null, ADeal.Id);
        builder.See(new Opportunity { Id = Digests.IdOf(1), Name = "Another" });
        builder.See(new Opportunity { Id = ADeal.Id, Name = "Acme" });

        Assert.That(builder.Build().Named[0].Deal, Is.EqualTo("Acme"));
    }

    [Test]
    public void A_team_sees_its_own()
    {
        var builder = new OpenActions.Builder(Digests.Scope(users: Users, team: ADeal.Manager));
        builder.Add("own", ADeal.Manager, null, null, null);
        builder.Add("below", ADeal.Owner, null, null, null);
        builder.Add("others", ADeal.Stranger, null, null, null);
        builder.Add("nobodys", null, null, null, null);

        Assert.That(builder.Build().Named.Select(action => action.Key), Is.EquivalentTo(["own", "below"]));
    }
}
