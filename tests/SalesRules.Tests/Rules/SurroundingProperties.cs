using FsCheck.NUnit;
using SalesRules.Decisions;
using SalesRules.Rules;
using PropertyAttribute = FsCheck.NUnit.PropertyAttribute;

namespace SalesRules.Tests.Rules;

/// <summary>What stands around a deal is read only where a rule asks for it: a rule that asked too seldom would be silent.</summary>
[Properties(Arbitrary = [typeof(RandomDeals)], MaxTest = 1_000, QuietOnSuccess = true)]
public class SurroundingProperties
{
    private static readonly IReadOnlyList<IRuleOnSurroundings> Asking = [.. RuleBook.All.OfType<IRuleOnSurroundings>()];

    [Property]
    public void Where_no_rule_asks_for_it_nothing_is_decided_otherwise_without_it(ADeal deal)
    {
        var rules = new RuleBook(deal.Policy);
        foreach (var rule in Asking.Where(rule => !rules.AsksFor(rule.RestsOn, deal.Build())))
            Assert.That(Said(Without(deal, rule.RestsOn).Ask(rule)), Is.EqualTo(Said(deal.Ask(rule))), rule.Id);
    }

    [Property]
    public void Where_a_rule_asks_for_it_the_rule_finds_nothing_without_it(ADeal deal)
    {
        foreach (var rule in Asking.Where(rule => new RuleBook(deal.Policy).AsksFor(rule.RestsOn, deal.Build())))
            Assert.That(Without(deal, rule.RestsOn).Ask(rule).IsNotRun, rule.Id);
    }

    private static string Said(RuleOutcome outcome) => outcome.Finding?.Message ?? (outcome.IsNotRun ? "not run" : "clear");

    private static ADeal Without(ADeal deal, Surrounding what) => deal.Knowing(context => what switch
    {
        Surrounding.Contacts => context with { Contacts = null },
        Surrounding.Activity => context with { Activity = null },
        Surrounding.ChampionAccount => context with { ChampionAccount = null },
        Surrounding.Siblings => context with { Siblings = null },
        _ => context with { Original = null },
    });
}
