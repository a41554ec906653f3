using SalesRules.Digests;
using SalesRules.Host.Digests.Documents;

namespace SalesRules.Host.Digests.Pages;

/// <summary>The deal-review pack.</summary>
internal static class DealReviewPage
{
    public static IReadOnlyList<DocumentSection> Sections(DigestPage page, DealReviewPack digest) =>
    [
        page.Deals.Section("agenda", digest.Agenda, page.Settings.Listed, isFull: true, deal => Competition(page, deal)),
        page.WhereScored(page.Deals.Section("not-reviewable", digest.NotReviewable, page.Settings.Listed, isFull: true)),
        page.Actions(digest.Actions),
    ];

    /// <summary>P's second point: "Who else is in the deal? Our differentiation?"</summary>
    private static IEnumerable<DealFact> Competition(DigestPage page, DigestDeal deal) =>
        string.IsNullOrWhiteSpace(deal.Record.Competition) ? [] : [new DealFact("competition", page.Voice.Word("competition"), deal.Record.Competition)];
}
