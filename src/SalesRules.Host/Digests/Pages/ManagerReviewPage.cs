using SalesRules.Digests;
using SalesRules.Host.Digests.Documents;

namespace SalesRules.Host.Digests.Pages;

/// <summary>The weekly deal reviews, one manager after the other.</summary>
internal static class ManagerReviewPage
{
    public static IReadOnlyList<DocumentSection> Sections(DigestPage page, ManagerReviews digest) =>
        [.. digest.Managers.SelectMany(review => Sections(page, review)), .. digest.Actions is { } actions ? [page.Actions(actions)] : Array.Empty<DocumentSection>()];

    private static IEnumerable<DocumentSection> Sections(DigestPage page, ManagerReview review)
    {
        var name = review.Manager is null ? page.Voice.Word("no-manager") : review.Name ?? page.Voice.Word("no-name");
        DocumentSection List(string key, DealList list, bool isFull, Func<DigestDeal, IEnumerable<DealFact>>? factsOf = null) =>
            page.Deals.Section(key, list, page.Settings.Listed, isFull, factsOf, name);
        yield return List("forecast", review.Forecast, isFull: true);
        yield return page.WhereScored(List("not-reviewable", review.NotReviewable, isFull: false, deal => [page.Unscored(deal)]));
        yield return List("moved", review.Moved, isFull: false, deal => [new DealFact("stage", page.Voice.Word("stage"), $"{deal.Record.StageName} ({page.Voice.Word("entered").ToLowerInvariant()} {page.Voice.Of(deal.Deal.StageEnteredOn)})")]);
        yield return List("blocked", review.Blocked, isFull: false, deal => Blocker(page, deal));
        yield return List("next-step", review.NextStepOverdue, isFull: false, deal => [new DealFact("next-step", page.Voice.Word("next-step"), $"{deal.Record.NextStep} ({page.Voice.Of(deal.Record.NextStepDate)})")]);
        yield return List("decision-owner", review.NoDecisionOwner, isFull: false, deal => Says(page, deal, "meddpicc.no-economic-buyer", "meddpicc.no-buying-process"));
    }

    private static IEnumerable<DealFact> Blocker(DigestPage page, DigestDeal deal) => string.IsNullOrWhiteSpace(deal.Record.Blocker)
        ? Says(page, deal, "stage.exit-incomplete")
        : [new DealFact("blocker", page.Voice.Word("blocker"), deal.Record.Blocker)];

    private static IEnumerable<DealFact> Says(DigestPage page, DigestDeal deal, params string[] rules) =>
        deal.Decision.Findings.Where(finding => rules.Contains(finding.Rule)).Take(1).Select(finding => new DealFact("why", page.Voice.Word("why"), finding.Message));
}
