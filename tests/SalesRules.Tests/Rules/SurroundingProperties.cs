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
    public void Where_a_rule_does_not_ask_for_it_it_decides_the_same_without_it(ADeal deal)
    {
        foreach (var rule in Asking.Where(rule => !rule.AsksOf(deal.Build())))
            Assert.That(Said(Without(deal, rule.RestsOn).Ask(rule)), Is.EqualTo(Said(deal.Ask(rule))), rule.Id);
    }

    [Property]
    public void Where_a_rule_asks_for_it_the_rule_finds_nothing_without_it(ADeal deal)
    {
        foreach (var rule in Asking.Where(rule => rule.AsksOf(deal.Build()) && IsWithinReach(rule, deal.Build())))
            Assert.That(Without(deal, rule.RestsOn).Ask(rule).IsNotRun, rule.Id);
    }

    [Property]
    public void It_is_read_for_the_deals_that_a_rule_in_force_asks_it_of_and_for_no_other(ADeal deal)
    {
        var rules = new RuleBook(deal.Policy);
        foreach (var what in Enum.GetValues<Surrounding>())
        {
            var isAsked = Asking.Any(rule => rule.RestsOn == what && rule.Needs.All(deal.Policy.Fields.Has) && IsWithinReach(rule, deal.Build()) && rule.AsksOf(deal.Build()));
            Assert.That(rules.AsksFor(what, deal.Build()), Is.EqualTo(isAsked), what.ToString());
        }
    }

    private static bool IsWithinReach(IRule rule, Deal deal) => rule.Reach.Covers(new DealKind(deal.Stage, deal.Motion, deal.IsOpen), deal.Policy);

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
