using SalesRules.Portfolio;
using SalesRules.Rules;
using SalesRules.Rules.Leads;
using SalesRules.Tests.Policies;

namespace SalesRules.Tests.Rules;

/// <summary>docs/rules.md is made from the code: what a rule says there is what it does.</summary>
public class RuleReferenceTests
{
    private const string Begin = "<!-- rules: generated -->\n";

    /// <summary>Keys that change no rule of the catalogue, or all of them, and why.</summary>
    private static readonly IReadOnlyDictionary<string, string> Excused = new Dictionary<string, string>
    {
        ["leads.enabled"] = "whether leads are read at all: all of their rules at once",
        ["leads.days"] = "which leads are looked at: all of their rules at once",
        ["leads.round-robin"] = "who gets a lead that is assigned: no finding",
        ["tasks"] = "which rules make tasks, for whom and until when: no finding",
        ["change-budget"] = "how much of what the rules correct one run may write",
        ["alerts"] = "who hears of what was found",
        ["portfolio"] = "figures of the portfolio, which nothing is found of",
        ["severities"] = "how much every rule weighs",
        ["texts"] = "in which words findings are told",
        ["digests"] = "what the pre-reads show",
        ["custom-rules"] = "rules of the organisation's own",
        ["fields"] = "where every rule finds its fields",
    };

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

    [TestCaseSource(nameof(Conditions))]
    public void A_rule_says_when_it_finds_something_and_names_the_settings_that_it_speaks_of(string id, string condition, IReadOnlyList<string> settings)
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(condition, Has.Length.GreaterThan(10), id);
            Assert.That(condition, Does.Not.EndWith("."), id);
            Assert.That(RuleReference.Said(condition), Does.Not.Contain("{").And.Not.Contain("}"), id);
            Assert.That(RuleReference.KeysIn(condition), Is.SubsetOf(settings), id);
        }
    }

    [Test]
    public void Every_key_of_the_policy_is_a_setting_of_a_rule_or_excused_with_a_reason()
    {
        var named = RuleBook.All.SelectMany(rule => rule.Settings).Concat(LeadBook.All.SelectMany(rule => rule.Settings)).Concat(PortfolioBook.All.SelectMany(rule => rule.Settings)).ToHashSet();
        var keys = SchemaKeys.All().Where(key => !SchemaKeys.Sections().Any(section => section.Path == key.Path)).Select(key => key.Path).ToList();
        var unnamed = keys.Where(key => !named.Any(setting => IsAtOrBelow(key, setting))).ToList();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(unnamed.Where(key => !Excused.Keys.Any(excuse => IsAtOrBelow(key, excuse))), Is.Empty, "name it in the settings of the rules that read it, or excuse it with a reason");
            Assert.That(Excused.Keys.Where(excuse => !unnamed.Any(key => IsAtOrBelow(key, excuse))), Is.Empty, "excused, and yet a setting of a rule, or no key at all");
        }
    }

    private static bool IsAtOrBelow(string key, string above) =>
        key.StartsWith(above, StringComparison.Ordinal) && (key.Length == above.Length || key[above.Length] is '.' or '[');

    private static IEnumerable<TestCaseData> Conditions() =>
        RuleBook.All.Select(rule => new TestCaseData(rule.Id, rule.Condition, rule.Settings))
            .Concat(LeadBook.All.Select(rule => new TestCaseData(rule.Id, rule.Condition, rule.Settings)))
            .Concat(PortfolioBook.All.Select(rule => new TestCaseData(rule.Id, rule.Condition, rule.Settings)));
}
