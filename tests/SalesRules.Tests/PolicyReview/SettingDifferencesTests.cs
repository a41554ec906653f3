using SalesRules.PolicyReview.Differences;
using SalesRules.Tests.Policies;

namespace SalesRules.Tests.PolicyReview;

public sealed class SettingDifferencesTests
{
    private const string Least = TestPolicies.Least;

    [Test]
    public void Comments_order_spelling_and_defaults_written_out_are_no_difference()
    {
        Assert.That(Between("pov: { maximum-days: 60 } # the longest\nforecast: { below-ceiling: cap }\n", "forecast: {}\n"), Is.Empty);
        Assert.That(Between("portfolio: { coverage-goal: 3 }\n", "portfolio: { coverage-goal: 3.0 }\n"), Is.Empty);
        Assert.That(Between("motions: { types: { A: renewal, B: expansion } }\n", "motions: { types: { B: expansion, A: renewal } }\n"), Is.Empty);
    }

    [Test]
    public void A_value_is_told_by_key_with_the_default_that_it_replaces() =>
        Assert.That(Between("", "pov: { maximum-days: 45, gated-motions: [] }\n"), Is.EqualTo(new[]
        {
            new SettingDifference("pov.gated-motions", "[new-business, expansion]", "[]"),
            new SettingDifference("pov.maximum-days", "60", "45"),
        }));

    [Test]
    public void What_is_added_or_left_out_has_one_side() =>
        Assert.That(Between("severities: { pov.deferred: off }\n", "severities: { motion.unmapped: high }\n"), Is.EqualTo(new[]
        {
            new SettingDifference("severities.motion.unmapped", null, "high"),
            new SettingDifference("severities.pov.deferred", "off", null),
        }));

    [Test]
    public void The_first_custom_rule_is_told_by_its_keys() =>
        Assert.That(Between("", "severities:\ncustom-rules: [{ id: custom.a, when: Amount > 5, severity: low, message: a }]\n").Select(difference => difference.Key), Is.EqualTo(new[] { "custom-rules[custom.a].message", "custom-rules[custom.a].severity", "custom-rules[custom.a].when" }));

    [Test]
    public void A_map_replaces_its_default_as_a_whole() =>
        Assert.That(Between("", "segments: { values: { Enterprise: enterprise } }\n"), Is.EqualTo(new[] { new SettingDifference("segments.values.Commercial", "commercial", null) }));

    [Test]
    public void Items_of_a_list_go_by_their_names()
    {
        const string old = "stages: [{ name: Discovery, type: discovery }, { name: POV, type: pov }]";

        Assert.That(SettingDifferences.Between(old, "stages: [{ name: Discovery, type: discovery }, { name: Demo, type: solution }, { name: POV, type: pov }]"), Is.EqualTo(new[] { new SettingDifference("stages[Demo].type", null, "solution") }));
        Assert.That(SettingDifferences.Between(old, "stages: [{ name: POV, type: pov }, { name: Discovery, type: discovery }]"), Is.EqualTo(new[] { new SettingDifference("stages (order)", "Discovery, POV", "POV, Discovery") }));
    }

    [Test]
    public void Every_default_of_the_shipped_policy_equals_itself() =>
        Assert.That(SettingDifferences.Between(ShippedFiles.Read("policy.yaml"), ShippedFiles.Read("policy.yaml")), Is.Empty);

    private static IReadOnlyList<SettingDifference> Between(string old, string now) => SettingDifferences.Between(Least + old, Least + now);
}
