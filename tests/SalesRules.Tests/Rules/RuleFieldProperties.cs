using FsCheck.NUnit;
using SalesRules.Decisions;
using SalesRules.Rules;
using SalesRules.Snapshots;
using SalesRules.Tests.Schemas;
using PropertyAttribute = FsCheck.NUnit.PropertyAttribute;

namespace SalesRules.Tests.Rules;

/// <summary>Each rule names every field that its outcome rests on: a field that it forgot could vanish and change what it says.</summary>
[Properties(Arbitrary = [typeof(RandomDeals)], MaxTest = 400, QuietOnSuccess = true)]
public class RuleFieldProperties
{
    private static readonly Risk HighRisk = new(RiskLevel.High, []);

    [Property]
    public void No_field_that_a_rule_does_not_name_changes_what_it_says(ADeal deal)
    {
        var before = RuleBook.All.ToDictionary(rule => rule.Id, rule => Said(rule, deal));
        foreach (var field in Drifts.Losable.Where(field => !field.ValueOf(deal.Opportunity).IsNull))
        {
            var without = deal.With(opportunity => Drifts.Emptied(opportunity, field));
            foreach (var rule in RuleBook.All.Where(rule => !RuleBook.RestsOn(rule, deal.Policy).Contains(field.ApiName) && !rule.Corrects(deal.Policy).Contains(field.ApiName)))
                Assert.That(Said(rule, without), Is.EqualTo(before[rule.Id]), $"{rule.Id} rests on {field.ApiName} and does not say so");
        }
    }

    [Property]
    public void No_rule_corrects_a_field_that_it_does_not_name(ADeal deal)
    {
        foreach (var change in deal.Decide().Changes)
            Assert.That(RuleBook.Find(change.Rule, deal.Policy)!.Corrects(deal.Policy), Does.Contain(OpportunityFields.Get(change.Field).ApiName), change.Rule);
    }

    private static string Said(IRule rule, ADeal deal)
    {
        // A rule on the others rests on what they found, beside its fields: here on a deal at high risk.
        var outcome = rule is IRuleOnTheOthers onTheOthers && !deal.Ask(rule).IsNotRun ? onTheOthers.Apply(deal.Build(), HighRisk, []) : deal.Ask(rule);
        return outcome.Finding is { } finding
            ? $"{finding.Severity} {finding.Message} {string.Join(';', finding.Changes)} {string.Join(';', finding.Evidence)} {string.Join(';', finding.Fix)} {string.Join(';', finding.Tasks)}"
            : outcome.IsNotRun ? "not run" : "clear";
    }
}
