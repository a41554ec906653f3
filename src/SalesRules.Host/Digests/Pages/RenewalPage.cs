using SalesRules.Digests;
using SalesRules.Host.Digests.Documents;
using SalesRules.Host.Portfolio;

namespace SalesRules.Host.Digests.Pages;

/// <summary>The renewal pre-read: what cannot wait first.</summary>
internal static class RenewalPage
{
    public static IReadOnlyList<DocumentSection> Sections(DigestPage page, RenewalPreRead digest)
    {
        var (deals, limit) = (page.Deals, page.Settings.Listed);
        return
        [
            page.Section("figures", Quarters(page, digest)),
            deals.Section("red-flags", digest.RedFlags, limit, isFull: true, deal => View(page, deal)),
            deals.Section("two-views", digest.ViewsDisagree, limit, isFull: false, deal => [.. View(page, deal), new DealFact("risk", page.Voice.Word("risk"), page.Voice.Of(deal.Decision.Risk.Level))]),
            deals.Section("score-due", digest.ScoreDue, limit, isFull: false, deal => Says(page, deal, "renewal.score-due")),
            deals.Section("switching-cost", digest.WeakSwitchingCost, limit, isFull: false, deal => Says(page, deal, "renewal.weak-switching-cost", "renewal.switching-cost-unvalidated", "renewal.inherited-weak-quantify")),
            deals.Section("performance-file", digest.NoPerformanceFile, limit, isFull: false),
            deals.Section("expansion", digest.ExpansionLeads, limit, isFull: false, deal => [new DealFact("miql", page.Voice.Word("miql"), page.Voice.Scores(deal.Scores))]),
            deals.Section("due", digest.Due, limit, isFull: false, deal => [.. View(page, deal), new DealFact("risk", page.Voice.Word("risk"), page.Voice.Of(deal.Decision.Risk.Level))]),
        ];
    }

    private static DocumentTable? Quarters(DigestPage page, RenewalPreRead digest)
    {
        if (digest.Due.Total.Deals == 0)
            return null;
        var voice = page.Voice;
        var rows = digest.Quarters.Select(quarter => new DocumentRow(
            [Cell.Of(quarter.Quarter.ToString()), Cell.Count(quarter.Due.Deals), Cell.Money(quarter.Due.Amount), Cell.Count(quarter.AtRisk.Deals), Cell.Money(quarter.AtRisk.Amount)],
            quarter.Due.WhyUnknown));
        var bars = digest.Quarters.Select(IReadOnlyList<ChartBar> (quarter) => quarter.Due.Amount is { } due
            ? [new ChartBar(0, quarter.AtRisk.Known, ChartTone.Loss), new ChartBar(quarter.AtRisk.Known, due, ChartTone.Total)]
            : []);
        return new DocumentTable(
            [
                new("quarter", voice.Word("quarter"), IsLabel: true), new("deals", voice.Word("deals")), new("amount", voice.Word("amount")),
                new("atRiskDeals", voice.Word("at-risk")), new("atRiskAmount", voice.Word("amount")),
            ],
            [.. rows],
            new RowChart(voice.Word("risk-chart"), [.. bars]));
    }

    private static IEnumerable<DealFact> View(DigestPage page, DigestDeal deal) =>
        deal.Record.CsmView is { } view ? [new DealFact("csmView", page.Voice.Word("csm-view"), view)] : [];

    private static IEnumerable<DealFact> Says(DigestPage page, DigestDeal deal, params string[] rules) =>
        deal.Decision.Findings.Where(finding => rules.Contains(finding.Rule)).Take(1).Select(finding => new DealFact("why", page.Voice.Word("why"), finding.Message));
}
