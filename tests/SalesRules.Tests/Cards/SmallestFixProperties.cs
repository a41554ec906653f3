using FsCheck.NUnit;
using SalesRules.Decisions;
using SalesRules.Rules;
using SalesRules.Snapshots;
using SalesRules.Tests.Rules;
using PropertyAttribute = FsCheck.NUnit.PropertyAttribute;

namespace SalesRules.Tests.Cards;

/// <summary>The fix that a finding names clears it, and nothing smaller does: tried by brute force on any deal, by the whole rule book.</summary>
[Properties(Arbitrary = [typeof(RandomDeals)], MaxTest = 400, QuietOnSuccess = true)]
public class SmallestFixProperties
{
    private static readonly int[][] Raises =
        [.. from o in new[] { 0, 1, 2 } from m in new[] { 0, 1, 2 } from i in new[] { 0, 1, 2 } from q in new[] { 0, 1, 2 } from l in new[] { 0, 1, 2 } select new[] { o, m, i, q, l }];

    [Property]
    public void A_fix_clears_its_finding_and_no_part_of_it_does(ADeal deal)
    {
        var rules = new RuleBook(deal.Policy);
        foreach (var finding in rules.Decide(deal.Opportunity, deal.Context).Findings.Where(finding => finding.Fix.Count > 0))
        {
            Assert.That(Clears(rules, deal, finding, finding.Fix), Is.True, () => $"{finding.Rule}: {Words(finding.Fix)}: {finding.Message}");
            foreach (var part in ProperParts(finding.Fix))
                Assert.That(Clears(rules, deal, finding, part), Is.False, () => $"{finding.Rule}: {Words(part)} is enough, said was {Words(finding.Fix)}");
        }
    }

    /// <summary>Every raise of the five scores that takes fewer points, or as many on fewer pillars.</summary>
    [Property]
    public void No_smaller_raise_of_the_scores_clears_what_a_raise_clears(ADeal deal)
    {
        var rules = new RuleBook(deal.Policy);
        foreach (var finding in rules.Decide(deal.Opportunity, deal.Context).Findings.Where(IsRaise))
        {
            var cost = Cost(deal, finding.Fix);
            foreach (var fix in Raises.Select(raise => Raise(deal, raise)).Where(fix => fix.Count > 0 && Cost(deal, fix).CompareTo(cost) < 0))
                Assert.That(Clears(rules, deal, finding, fix), Is.False, () => $"{finding.Rule}: {Words(fix)} is smaller than {Words(finding.Fix)}");
        }
    }

    private static bool IsRaise(Finding finding) => finding.Fix.Count > 0 && finding.Fix.All(fix => Pillars.ScoreFields.Contains(fix.Field));

    private static bool Clears(RuleBook rules, ADeal deal, Finding finding, IReadOnlyList<Fix> fixes)
    {
        var mended = deal.Opportunity with { };
        foreach (var fix in fixes)
            rules.Policy.Fields.Find(fix.Field)!.ReadText(fix.To.ToString(), mended);

        // Who scores a pillar anew has not inherited it.
        var inherited = deal.Context.InheritedPillars.Where(pillar => fixes.All(fix => fix.Field != pillar.ScoreField())).ToHashSet();
        return rules.Decide(mended, deal.Context with { InheritedPillars = inherited }).Findings.All(other => other.Rule != finding.Rule);
    }

    private static IEnumerable<IReadOnlyList<Fix>> ProperParts(IReadOnlyList<Fix> fixes) =>
        Enumerable.Range(1, (1 << fixes.Count) - 2).Select(mask => (IReadOnlyList<Fix>)[.. fixes.Where((_, index) => (mask & (1 << index)) != 0)]);

    /// <summary>A raise of that many points for each pillar, as far as the scores go up.</summary>
    private static List<Fix> Raise(ADeal deal, int[] raise) =>
    [
        .. from pillar in Pillars.All
           let points = deal.Opportunity.Score(pillar).Points
           where (raise[(int)pillar] > 0 || points is null) && (points ?? 0) + raise[(int)pillar] <= 2
           select new Fix(pillar.ScoreField(), FieldValue.Of((decimal)((points ?? 0) + raise[(int)pillar]))),
    ];

    private static (decimal Points, int Pillars) Cost(ADeal deal, IReadOnlyList<Fix> fixes) =>
        (fixes.Sum(fix => fix.To.AsNumber!.Value - (deal.Build().Scores[Pillars.All.Single(pillar => pillar.ScoreField() == fix.Field)] ?? 0)), fixes.Count);

    private static string Words(IEnumerable<Fix> fixes) => string.Join(", ", fixes.Select(fix => $"{fix.Field} = {fix.To}"));
}
