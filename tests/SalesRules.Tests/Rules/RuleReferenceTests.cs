using SalesRules.Rules;
using SalesRules.Tests.Policies;

namespace SalesRules.Tests.Rules;

/// <summary>docs/rules.md is made from the code: what a rule says there is what it does.</summary>
public class RuleReferenceTests
{
    private const string Begin = "<!-- rules: generated -->\n";

    [Test]
    public void The_documented_rules_are_those_of_the_book()
    {
        var page = ShippedFiles.Read("docs/rules.md");
        var before = page[..(page.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length)];

        ShippedFiles.AssertEqual("docs/rules.md", $"{before}\n{RuleReference.Markdown().TrimEnd()}\n");
    }

    [TestCaseSource(typeof(RuleBook), nameof(RuleBook.All))]
    public void A_rule_names_its_sentence_its_source_and_a_severity(IRule rule)
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(RuleReference.Sentence(rule), Has.Length.GreaterThan(20), rule.Id);
            Assert.That(RuleReference.Source(rule), Does.Contain("catalogue").Or.Match(@"\b[MPB] "), rule.Id);
            Assert.That(rule.Weighs, Does.Contain("high").Or.Contain("medium").Or.Contain("low").Or.Contain("info"), rule.Id);
        }
    }

    [TestCaseSource(typeof(RuleBook), nameof(RuleBook.All))]
    public void A_setting_that_a_rule_names_is_a_key_of_the_policy(IRule rule)
    {
        var keys = SchemaKeys.All().Select(key => key.Path).ToList();
        foreach (var setting in rule.Settings)
            Assert.That(keys, Has.Some.EqualTo(setting).Or.Some.StartsWith($"{setting}."), $"{rule.Id} names {setting}");
    }
}
