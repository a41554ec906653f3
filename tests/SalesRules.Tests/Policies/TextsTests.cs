using SalesRules.Policies;
using SalesRules.Rules;
using SalesRules.Snapshots;
using static SalesRules.Tests.Policies.TestPolicies;

namespace SalesRules.Tests.Policies;

/// <summary>The section texts: findings in the organisation's own words.</summary>
public class TextsTests
{
    private static readonly ADeal Past = ADeal.InStage("Discovery").With(deal => deal with { CloseDate = ADeal.Today.AddDays(-1) });

    [Test]
    public void A_finding_says_the_policys_words_with_the_rules_own_sentence_and_values_of_fields()
    {
        var own = Said(Past, Default());

        Assert.That(Said(Past, Texts("hygiene.close-date-past: \"{finding} Move {CloseDate} or close it.\"")), Is.EqualTo($"{own} Move 2026-03-01 or close it."));
    }

    [Test]
    public void Words_alone_replace_the_sentence() =>
        Assert.That(Said(Past, Texts("hygiene.close-date-past: Set a date that the customer knows of.")), Is.EqualTo("Set a date that the customer knows of."));

    [Test]
    public void Other_rules_and_what_is_decided_stay_as_they_are()
    {
        var (before, after) = (Past.Under(_ => Default()).Decide(), Past.Under(_ => Texts("hygiene.close-date-past: x y")).Decide());

        Assert.That(after.Findings.Select(finding => (finding.Rule, finding.Severity)), Is.EqualTo(before.Findings.Select(finding => (finding.Rule, finding.Severity))));
        Assert.That(after.Findings.Where(finding => finding.Rule != "hygiene.close-date-past").Select(finding => finding.Message), Is.EqualTo(before.Findings.Where(finding => finding.Rule != "hygiene.close-date-past").Select(finding => finding.Message)));
        Assert.That(after.Findings.Single(finding => finding.Rule == "hygiene.close-date-past").Evidence, Is.EqualTo(before.Findings.Single(finding => finding.Rule == "hygiene.close-date-past").Evidence));
    }

    [Test]
    public void A_rule_that_speaks_of_the_others_has_words_too()
    {
        var stuck = Past.Under(_ => Texts("hygiene.blocker-missing: \"Blocked: {finding}\""));
        var finding = new RuleBook(stuck.Policy).Decide(AtHighRisk(stuck), stuck.Context).Findings.SingleOrDefault(found => found.Rule == "hygiene.blocker-missing");

        Assert.That(finding?.Message, Is.EqualTo("Blocked: At risk or stalled without a blocker: name what stands in the way."));
    }

    [Test]
    public void Where_the_org_lacks_a_field_that_the_words_show_the_rule_says_its_own()
    {
        var policy = Texts("hygiene.close-date-past: \"Next: {NextStep}\"");

        Assert.That(Said(Past, policy with { Fields = policy.Fields.Without([OpportunityFields.Get("NextStep")]) }), Is.EqualTo(Said(Past, Default())));
    }

    [Test]
    public void An_unknown_rule_and_an_unknown_field_are_told_with_their_places()
    {
        var problems = PolicyFile.Parse(Least + "texts:\n  hygiene.close-date: x y\n  hygiene.close-date-past: \"{Closing}\"\n", "policy.yaml").Problems.Select(problem => problem.ToString()).ToList();

        Assert.That(problems, Has.Count.EqualTo(2));
        Assert.That(problems[0], Does.StartWith("policy.yaml:6:3: texts").And.Contain("hygiene.close-date-past"));
        Assert.That(problems[1], Does.StartWith("policy.yaml:7:").And.Contain("Closing"));
    }

    private static Opportunity AtHighRisk(ADeal deal) => deal.Opportunity with { Blocker = null, CloseDate = ADeal.Today.AddDays(-60), NextStep = null };

    private static Policy Texts(string lines) => Sound(ShippedFiles.Read("policy.yaml").Replace("\ntexts: {}", $"\ntexts:\n  {lines}", StringComparison.Ordinal));

    private static string Said(ADeal deal, Policy policy) => deal.Under(_ => policy).Decide().Findings.Single(finding => finding.Rule == "hygiene.close-date-past").Message;
}
