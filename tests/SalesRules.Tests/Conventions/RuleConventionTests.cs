using System.Reflection;
using System.Text.RegularExpressions;
using SalesRules.Portfolio;
using SalesRules.Rules;
using SalesRules.Rules.Custom;
using SalesRules.Rules.Leads;
using SalesRules.Snapshots;
using SalesRules.Tests.Policies;

namespace SalesRules.Tests.Conventions;

/// <summary>What every rule has in common; a failure names the rule and what it lacks.</summary>
public partial class RuleConventionTests
{
    private static readonly Assembly Core = typeof(RuleBook).Assembly;

    [Test]
    public void Every_rule_of_the_assembly_is_in_the_book()
    {
        var classes = Core.GetTypes().Where(type => type is { IsAbstract: false, IsInterface: false } && typeof(IRule).IsAssignableFrom(type) && type != typeof(CustomRule));
        Assert.That(RuleBook.All.Select(rule => rule.GetType()), Is.EquivalentTo(classes));
    }

    [Test]
    public void Every_rule_about_leads_is_in_their_book_with_settings_of_the_policy()
    {
        Assert.That(LeadBook.All.Select(rule => rule.GetType()), Is.EquivalentTo(Core.GetTypes().Where(type => type is { IsAbstract: false, IsInterface: false } && typeof(ILeadRule).IsAssignableFrom(type))));
        Assert.That(LeadBook.All.SelectMany(rule => rule.Settings).Distinct(), Is.SubsetOf(SchemaKeys.All().Select(key => key.Path)));
    }

    [Test]
    public void Every_rule_about_portfolios_is_in_their_book_with_settings_of_the_policy()
    {
        Assert.That(PortfolioBook.All.Select(rule => rule.GetType()), Is.EquivalentTo(Core.GetTypes().Where(type => type is { IsAbstract: false, IsInterface: false } && typeof(IPortfolioRule).IsAssignableFrom(type))));
        Assert.That(PortfolioBook.All.SelectMany(rule => rule.Settings).Distinct(), Is.SubsetOf(SchemaKeys.All().Select(key => key.Path)));
    }

    [Test]
    public void Every_id_is_unique_and_of_the_form_section_dot_kebab_case()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(RuleBook.All.Select(rule => rule.Id), Is.Unique);
            Assert.That(RuleBook.All.Select(rule => rule.Id), Has.All.Matches(IdForm()));
        }
    }

    [TestCaseSource(nameof(Rules))]
    public void A_rule_is_named_as_its_sentence_and_is_sealed(IRule rule)
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(rule.GetType().Name, Does.EndWith("Rule"));
            Assert.That(rule.GetType().IsSealed, Is.True, $"{rule.GetType().Name} is not sealed");
        }
    }

    [TestCaseSource(nameof(Rules))]
    public void A_rule_has_a_test_class_at_the_mirrored_path(IRule rule)
    {
        var type = rule.GetType();
        var expected = $"SalesRules.Tests.{type.Namespace!["SalesRules.".Length..]}.{type.Name}Tests";
        var tests = typeof(RuleConventionTests).Assembly.GetType(expected);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(tests, Is.Not.Null, $"{type.Name} has no test class {expected}");
            Assert.That(tests?.GetMethods().Count(method => method.IsDefined(typeof(TestAttribute)) || method.IsDefined(typeof(TestCaseAttribute))), Is.GreaterThan(1));
        }
    }

    [TestCaseSource(nameof(Rules))]
    public void A_rule_says_where_it_comes_from(IRule rule)
    {
        var type = rule.GetType();
        var folders = type.Namespace!["SalesRules.".Length..].Split('.');
        var source = File.ReadAllText(Repository.PathOf(["src", "SalesRules", .. folders, $"{type.Name}.cs"]));
        var summary = string.Join(' ', source.Split('\n').Select(line => line.Trim()).Where(line => line.StartsWith("///", StringComparison.Ordinal)).Select(line => line[3..].Trim()));

        Assert.That(summary, Does.Match(@"Source: (M|P|B \d|catalogue section \d)"), $"{type.Name} names no source");
    }

    [TestCaseSource(nameof(Rules))]
    public void What_a_rule_needs_are_fields_of_the_catalogue(IRule rule) =>
        Assert.That(rule.Needs.Where(name => OpportunityFields.Find(name) is null), Is.Empty, rule.Id);

    [TestCaseSource(nameof(Rules))]
    public void What_a_rule_rests_on_are_fields_of_the_catalogue(IRule rule) =>
        Assert.That(RuleBook.RestsOn(rule, TestPolicy.Default).Where(name => OpportunityFields.Find(name)?.ApiName != name), Is.Empty, rule.Id);

    [TestCaseSource(nameof(Rules))]
    public void The_settings_that_a_rule_names_are_keys_of_the_policy(IRule rule) =>
        Assert.That(rule.Settings, Is.SubsetOf(SchemaKeys.All().Select(key => key.Path)), rule.Id);

    [Test]
    public void Every_setting_of_the_rules_own_sections_changes_some_rule()
    {
        string[] sections = ["renewals", "meddpicc", "stage-rules", "hygiene", "closing"];
        var keys = SchemaKeys.All().Select(key => key.Path).Where(path => path.Split('.') is [var section, _] && sections.Contains(section) && !path.EndsWith("[0]", StringComparison.Ordinal));
        Assert.That(keys.Except(RuleBook.All.SelectMany(rule => rule.Settings)), Is.Empty);
    }

    [Test]
    public void No_rule_keeps_state_that_one_deal_could_leave_for_the_next()
    {
        var mutable = RuleBook.All.SelectMany(rule => rule.GetType().GetFields(BindingFlags.Instance | BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public))
            .Where(field => field is { IsInitOnly: false, IsLiteral: false } && !field.Name.StartsWith("<>", StringComparison.Ordinal));
        Assert.That(mutable.Select(field => $"{field.DeclaringType!.Name}.{field.Name}"), Is.Empty);
    }

    private static IEnumerable<TestCaseData> Rules => RuleBook.All.Select(rule => new TestCaseData(rule).SetArgDisplayNames(rule.Id));

    [GeneratedRegex("^[a-z]+\\.[a-z]+(-[a-z]+)*$")]
    private static partial Regex IdForm();
}
