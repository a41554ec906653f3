using SalesRules.Decisions;
using SalesRules.Policies;
using SalesRules.Rules.Meddpicc;

namespace SalesRules.Tests.Rules.Meddpicc;

public class MeddpiccMustBeCompleteRuleTests
{
    [Test]
    public void All_eight_letters_filled_is_complete() => Assert.That(ADeal.InStage("Discovery").Ask<MeddpiccMustBeCompleteRule>(), Says.Nothing);

    [Test]
    public void The_gaps_are_counted_and_named()
    {
        var finding = ADeal.InStage("Discovery").With(it => it with { MetricsTarget = null, Champion = null, Competition = " " }).Finding<MeddpiccMustBeCompleteRule>();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(finding.Severity, Is.EqualTo(Severity.Info));
            Assert.That(finding.Message, Is.EqualTo("MEDDPICC is filled in 5 of 8 letters; open: Metrics, Champion, Competition."));
            Assert.That(finding.Evidence.Select(seen => seen.Field), Is.EqualTo(["Metrics_Target__c", "Champion__c", "Competition__c"]));
        }
    }

    [Test]
    public void A_letter_that_the_org_has_no_field_for_is_not_counted() => Assert.That(
        ADeal.InStage("Discovery").With(it => it with { Champion = null }).Under(policy => policy.WithAbsent("Competition__c")).Finding<MeddpiccMustBeCompleteRule>().Message,
        Is.EqualTo("MEDDPICC is filled in 6 of 7 letters; open: Champion."));

    [Test]
    public void Where_the_org_has_none_nothing_can_be_told() =>
        Assert.That(ADeal.InStage("Discovery").Under(policy => Asking(policy.WithAbsent("Budget__c"), "Budget__c")).Ask<MeddpiccMustBeCompleteRule>(), Says.Unknown);

    [Test]
    public void What_fills_a_letter_is_the_policys() =>
        Assert.That(ADeal.InStage("Discovery").Under(policy => Asking(policy, "Budget__c")).Ask<MeddpiccMustBeCompleteRule>(), Says.Something);

    private static Policy Asking(Policy policy, string field) => policy with { Meddpicc = policy.Meddpicc with { Letters = [new ChecklistItem("Budget", [field])] } };
}
