using SalesRules.Decisions;
using SalesRules.Rules;
using SalesRules.Rules.Meddpicc;
using SalesRules.Snapshots;

namespace SalesRules.Tests.Rules.Meddpicc;

public class DealNeedsTwoActiveContactsRuleTests
{
    private static readonly SalesforceId First = SalesforceId.Parse("003xx000004TmiT");
    private static readonly SalesforceId Second = SalesforceId.Parse("003xx000004TmiU");

    [TestCase(30, false)]
    [TestCase(31, true)]
    public void Two_have_been_active_in_30_days(int days, bool found) =>
        Assert.That(Knowing((First, 0), (Second, days)).Ask<DealNeedsTwoActiveContactsRule>(), found ? Says.A(Severity.Medium) : Says.Nothing);

    [Test]
    public void One_contact_is_a_single_thread()
    {
        var finding = Knowing((First, 0), (Second, null)).Finding<DealNeedsTwoActiveContactsRule>();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(finding.Message, Is.EqualTo("Single-threaded: only 1 contact of 2 with a role was active within 30 days."));
            Assert.That(finding.Evidence, Is.EqualTo([new Evidence("OpportunityContactRole", FieldValue.Of(1), FieldValue.Of(2))]));
        }
    }

    [Test]
    public void None_is_told_so() => Assert.That(Knowing().Finding<DealNeedsTwoActiveContactsRule>().Message, Does.StartWith("Single-threaded: no contact of 0 with a role"));

    [Test]
    public void One_person_with_two_roles_is_one_thread() =>
        Assert.That(Knowing((First, 0), (First, 0)).Finding<DealNeedsTwoActiveContactsRule>().Message, Does.Contain("only 1 contact of 1 with a role"));

    [Test]
    public void Without_knowing_the_contacts_nothing_can_be_told() =>
        Assert.That(ADeal.InStage("POV").Knowing(context => context with { Contacts = null }).Ask<DealNeedsTwoActiveContactsRule>(), Says.Unknown);

    [TestCase("Solution", false)]
    [TestCase("POV", true)]
    public void From_pov_on(string stage, bool found) => Assert.That(Knowing().With(it => it with { StageName = stage }).Ask<DealNeedsTwoActiveContactsRule>(), found ? Says.Something : Says.Nothing);

    [TestCase(3, 30, true)]
    [TestCase(2, 9, true)]
    [TestCase(1, 9, false)]
    public void Number_and_days_are_the_policys(int contacts, int days, bool found)
    {
        var deal = Knowing((First, 0), (Second, 10)).Under(policy => policy with { Meddpicc = policy.Meddpicc with { ActiveContacts = contacts, ContactActivityDays = days } });
        Assert.That(deal.Ask<DealNeedsTwoActiveContactsRule>(), found ? Says.Something : Says.Nothing);
    }

    private static ADeal Knowing(params (SalesforceId Id, int? DaysAgo)[] contacts) => ADeal.InStage("POV").Knowing(context => context with
    {
        Contacts = [.. contacts.Select(contact => new CustomerContact(contact.Id, null, contact.DaysAgo is { } days ? ADeal.Today.AddDays(-days) : null))],
    });
}
