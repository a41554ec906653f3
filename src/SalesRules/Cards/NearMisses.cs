using SalesRules.Decisions;
using SalesRules.Rules;
using SalesRules.Snapshots;

namespace SalesRules.Cards;

/// <summary>
/// Finds the rules that are one step away by deciding the deal again with each one-step change. What a stand-in for a text would break is
/// no near miss; a rule that no longer knows what to ask is not content; and a step that brings a heavier finding clears nothing.
/// </summary>
public static class NearMisses
{
    private const int StepsKept = 3;

    /// <summary>Those that would fire, then those that would cease, each in the rule book's order.</summary>
    public static IReadOnlyList<NearMiss> Of(RuleBook rules, Opportunity opportunity, DealContext context, Decision decision)
    {
        var found = Rules(decision);
        var near = new Dictionary<(string Rule, bool WouldFire), List<Probe>>();
        foreach (var probe in Probes.Of(opportunity, context, rules.Policy))
        {
            var other = rules.Decide(probe.Opportunity, probe.Context);
            var finds = Rules(other);
            foreach (var rule in finds.Except(found).Where(_ => !probe.IsStandIn))
                Add(near, rule, wouldFire: true, probe);
            foreach (var rule in found.Except(finds).Except(other.NotRun).Where(rule => Heaviest(other, found) <= SeverityOf(decision, rule)))
                Add(near, rule, wouldFire: false, probe);
        }

        var places = RuleBook.Of(rules.Policy).Index().ToDictionary(rule => rule.Item.Id, rule => rule.Index, StringComparer.Ordinal);
        return [.. near.OrderByDescending(pair => pair.Key.WouldFire).ThenBy(pair => places[pair.Key.Rule]).Select(pair => new NearMiss(pair.Key.Rule, pair.Key.WouldFire, First(pair.Value, decision, pair.Key.Rule)))];
    }

    /// <summary>The steps on what the finding itself speaks of go first.</summary>
    private static IReadOnlyList<Probe> First(IEnumerable<Probe> steps, Decision decision, string rule) =>
        [.. steps.OrderBy(step => step.Days > 0).ThenBy(step => !Speaks(decision, rule, step)).Take(StepsKept)];

    /// <summary>Whether the finding names the field as one that it saw.</summary>
    internal static bool Speaks(Decision decision, string rule, Probe step) =>
        decision.Findings.Any(finding => finding.Rule == rule && finding.Evidence.Any(seen => seen.Field == step.Field));

    private static Severity SeverityOf(Decision decision, string rule) => decision.Findings.First(finding => finding.Rule == rule).Severity;

    /// <summary>Of the findings that were not there before; infos where there is none.</summary>
    private static Severity Heaviest(Decision decision, HashSet<string> before) =>
        decision.Findings.Where(finding => !before.Contains(finding.Rule)).Select(finding => finding.Severity).DefaultIfEmpty(Severity.Info).Max();

    private static HashSet<string> Rules(Decision decision) => decision.Findings.Select(finding => finding.Rule).ToHashSet(StringComparer.Ordinal);

    /// <summary>Of several numbers of days the first is the one to know.</summary>
    private static void Add(Dictionary<(string Rule, bool WouldFire), List<Probe>> near, string rule, bool wouldFire, Probe probe)
    {
        if (!near.TryGetValue((rule, wouldFire), out var steps))
            near[(rule, wouldFire)] = steps = [];
        if (probe.Days == 0 || steps.All(step => step.Days == 0))
            steps.Add(probe);
    }
}
