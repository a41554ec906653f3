using SalesRules.Decisions;
using SalesRules.Rules.Renewals;
using SalesRules.Snapshots;

namespace SalesRules.Tests.Rules.Renewals;

public class RenewalChampionMustStayRuleTests
{
    private static readonly SalesforceId Account = SoundDeal.InStage(null).AccountId!.Value;
    private static readonly SalesforceId OtherAccount = SalesforceId.Parse("001xx000003DGb3");

    [Test]
    public void A_champion_who_works_at_the_account_has_stayed() => Assert.That(WorkingAt(Account).Ask<RenewalChampionMustStayRule>(), Says.Nothing);

    [Test]
    public void One_who_works_elsewhere_has_left()
    {
        var finding = WorkingAt(OtherAccount).Finding<RenewalChampionMustStayRule>();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(finding.Severity, Is.EqualTo(Severity.High));
            Assert.That(finding.Message, Is.EqualTo("The champion has left the account: who sells for us inside now?"));
            Assert.That(finding.Evidence.Single().Field, Is.EqualTo("Champion__c"));
        }
    }

    [Test]
    public void A_field_that_was_emptied_is_told_with_its_day() => Assert.That(
        WithoutChampion.Watched(ADeal.Today.AddDays(-60), ("Champion__c", new DateOnly(2026, 2, 20))).Finding<RenewalChampionMustStayRule>().Message,
        Is.EqualTo("The champion was removed on 2026-02-20: who sells for us inside now?"));

    [Test]
    public void One_that_has_been_empty_all_along_is_no_loss() =>
        Assert.That(WithoutChampion.Watched(ADeal.Today.AddDays(-60), ("NextStep", ADeal.Today)).Ask<RenewalChampionMustStayRule>(), Says.Nothing);

    [Test]
    public void What_nobody_knows_cannot_be_told()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(WithoutChampion.Knowing(context => context with { FieldHistory = null }).Ask<RenewalChampionMustStayRule>(), Says.Unknown);
            Assert.That(WorkingAt(null).Ask<RenewalChampionMustStayRule>(), Says.Unknown);
            Assert.That(WorkingAt(OtherAccount).With(it => it with { AccountId = null }).Ask<RenewalChampionMustStayRule>(), Says.Unknown);
        }
    }

    [Test]
    public void A_sale_is_not_asked() => Assert.That(WorkingAt(OtherAccount).OfType("Existing Business").Ask<RenewalChampionMustStayRule>(), Says.Nothing);

    private static ADeal WithoutChampion => ADeal.Renewal.With(it => it with { Champion = null });

    private static ADeal WorkingAt(SalesforceId? account) => ADeal.Renewal.Knowing(context => context with { ChampionAccount = account });
}
