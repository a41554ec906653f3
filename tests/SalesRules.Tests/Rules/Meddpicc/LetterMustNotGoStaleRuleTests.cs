using SalesRules.Decisions;
using SalesRules.Policies;
using SalesRules.Rules.Meddpicc;

namespace SalesRules.Tests.Rules.Meddpicc;

public class LetterMustNotGoStaleRuleTests
{
    [TestCase(90, false)]
    [TestCase(91, true)]
    public void A_letter_is_looked_at_every_90_days(int days, bool found) =>
        Assert.That(WithChampionOf(days).Ask<LetterMustNotGoStaleRule>(), found ? Says.A(Severity.Low) : Says.Nothing);

    [Test]
    public void The_letter_is_named_with_its_day()
    {
        var finding = WithChampionOf(91).Finding<LetterMustNotGoStaleRule>();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(finding.Message, Is.EqualTo("Unchanged for more than 90 days: Champion (2025-12-01). Is it still true?"));
            Assert.That(finding.Evidence.Single().Field, Is.EqualTo("Champion__c"));
        }
    }

    [Test]
    public void An_empty_letter_says_nothing_that_could_be_stale() =>
        Assert.That(WithChampionOf(91).With(it => it with { Champion = null }).Ask<LetterMustNotGoStaleRule>(), Says.Nothing);

    [Test]
    public void What_was_never_seen_to_change_has_stood_since_the_deal_is_watched()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(ADeal.InStage("Discovery").Watched(ADeal.Today.AddDays(-90)).Ask<LetterMustNotGoStaleRule>(), Says.Nothing);
            Assert.That(ADeal.InStage("Discovery").Watched(ADeal.Today.AddDays(-91)).Ask<LetterMustNotGoStaleRule>(), Says.Something);
        }
    }

    [Test]
    public void The_last_change_of_any_of_its_fields_counts()
    {
        DateOnly old = ADeal.Today.AddDays(-91), recent = ADeal.Today.AddDays(-1);
        var deal = Asking("Champion__c", "Champion_Confirmed_On__c").Watched(ADeal.Today.AddDays(-200), ("Champion__c", old), ("Champion_Confirmed_On__c", recent));
        Assert.That(deal.Ask<LetterMustNotGoStaleRule>(), Says.Nothing);
    }

    [Test]
    public void Without_a_journal_nothing_can_be_told() =>
        Assert.That(ADeal.InStage("Discovery").Knowing(context => context with { FieldHistory = null }).Ask<LetterMustNotGoStaleRule>(), Says.Unknown);

    [Test]
    public void The_days_are_the_policys() =>
        Assert.That(WithChampionOf(31).Under(policy => policy with { Meddpicc = policy.Meddpicc with { StaleDays = 30 } }).Ask<LetterMustNotGoStaleRule>(), Says.Something);

    private static ADeal WithChampionOf(int days) => Asking("Champion__c").Watched(ADeal.Today.AddDays(-200), ("Champion__c", ADeal.Today.AddDays(-days)));

    private static ADeal Asking(params string[] fields) => ADeal.InStage("Discovery")
        .Under(policy => policy with { Meddpicc = policy.Meddpicc with { Letters = [new ChecklistItem("Champion", fields)] } });
}
