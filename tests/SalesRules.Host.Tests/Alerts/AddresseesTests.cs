using SalesRules.Alerts;
using SalesRules.Host.Alerts;
using SalesRules.Notifications.Channels;
using SalesRules.Notifications.Recipients;
using SalesRules.Policies;
using SalesRules.Rules;
using SalesRules.Snapshots;

namespace SalesRules.Host.Tests.Alerts;

internal sealed class AddresseesTests
{
    private static readonly SalesforceId Ana = SalesforceId.Parse("005A0000001ABCd");
    private static readonly SalesforceId Ben = SalesforceId.Parse("005A0000001ABCe");
    private static readonly SalesforceId Cleo = SalesforceId.Parse("005A0000001ABCf");

    [Test]
    public void A_role_is_the_recipient_of_that_name() =>
        Assert.That(Find(new AlertRecipient("vp-sales", null), [Person("VP-Sales")]).Addressee, Is.EqualTo(new Addressee("VP-Sales", "VP-Sales", null)));

    [Test]
    public void An_owner_is_told_as_the_recipient_who_names_their_user() =>
        Assert.That(Find(new AlertRecipient("owner", Ana), [Person("owner"), Person("ana") with { User = Ana.Value[..15] }], User(Ana)).Addressee, Is.EqualTo(new Addressee("ana", "ana", null)));

    [Test]
    public void An_owner_whom_nobody_names_is_told_as_all_owners_at_their_mail_address() =>
        Assert.That(Find(new AlertRecipient("owner", Ana), [Person("owner")], User(Ana)).Addressee, Is.EqualTo(new Addressee(Ana.Value, "owner", "ana@sales.example")));

    [Test]
    public void Instead_of_an_inactive_owner_the_nearest_active_manager_is_told() =>
        Assert.That(
            Find(new AlertRecipient("owner", Ana), [Person("owner")], User(Ana) with { IsActive = false, ManagerId = Ben }, User(Ben) with { IsActive = false, ManagerId = Cleo }, User(Cleo)).Addressee?.Name,
            Is.EqualTo(Cleo.Value));

    [Test]
    public void Who_cannot_be_told_is_said_without_names_of_people()
    {
        Assert.That(Find(new AlertRecipient("cs-lead", null), []).Why, Is.EqualTo("Recipients has no cs-lead"));
        Assert.That(Find(new AlertRecipient("owner", Ana), [], User(Ana)).Why, Is.EqualTo($"Recipients has no owner, and no recipient names the user {Ana}"));
        Assert.That(Find(new AlertRecipient("owner", Ana), [Person("owner")], User(Ana) with { Email = null }).Why, Is.EqualTo($"the user {Ana} has no mail address that our user may see"));
        Assert.That(Find(new AlertRecipient("manager", Ana), [Person("manager")], User(Ana) with { IsActive = false }).Why, Is.EqualTo("the deal's manager is not active, and nobody above them is"));
        Assert.That(Find(new AlertRecipient("owner", Ana), [Person("owner")]).Why, Is.EqualTo("the deal's owner is not active, and nobody above them is"), "an unknown user");
    }

    [Test]
    public void Roles_of_the_policy_that_nobody_fills_are_named() =>
        Assert.That(
            Of([Person("owner"), Person("SALES-OPS")]).Unfilled(new AlertPolicy { Routes = [new([AlertKind.DealClosed], ["owner", "sales-ops", "vp-sales"]), new([AlertKind.RiskRose], ["vp-sales", "manager"])] }),
            Is.EqualTo(new[] { "manager", "vp-sales" }));

    private static (Addressee? Addressee, string Why) Find(AlertRecipient wanted, RecipientProfile[] people, params User[] users) =>
        (Of(people).Find(wanted, new UserDirectory(users), out var why), why);

    private static Addressees Of(RecipientProfile[] people) => new(new RecipientBook(people), new ChannelBook([ScriptedChannel.That("mail", () => new Verdict.Delivered())]));

    private static RecipientProfile Person(string name) => PostOffice.Person(name, null, "mail");

    private static User User(SalesforceId id) => new(id, "Ana Torres", true, null, null, "ana@sales.example");
}
