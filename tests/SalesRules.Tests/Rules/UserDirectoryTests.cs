using SalesRules.Rules;
using SalesRules.Snapshots;

namespace SalesRules.Tests.Rules;

public class UserDirectoryTests
{
    [Test]
    public void Managers_come_nearest_first_to_the_top() =>
        Assert.That(Managers((ADeal.Owner, ADeal.Manager), (ADeal.Manager, ADeal.Director), (ADeal.Director, null)), Is.EqualTo([ADeal.Manager, ADeal.Director]));

    [Test]
    public void A_chain_ends_at_a_user_whom_the_directory_lacks() => Assert.That(Managers((ADeal.Owner, ADeal.Manager)), Is.Empty);

    [Test]
    public void Someone_who_manages_themselves_has_no_manager() => Assert.That(Managers((ADeal.Owner, ADeal.Owner)), Is.Empty);

    [Test]
    public void A_circle_is_gone_round_once() =>
        Assert.That(Managers((ADeal.Owner, ADeal.Manager), (ADeal.Manager, ADeal.Director), (ADeal.Director, ADeal.Owner)), Is.EqualTo([ADeal.Manager, ADeal.Director]));

    [Test]
    public void An_unknown_user_has_no_managers() => Assert.That(Managers((ADeal.Manager, null)), Is.Empty);

    private static IEnumerable<SalesforceId> Managers(params (SalesforceId Id, SalesforceId? Manager)[] users) =>
        new UserDirectory(users.Select(user => new User(user.Id, "", true, user.Manager, null))).ManagersOf(ADeal.Owner).Select(user => user.Id);
}
